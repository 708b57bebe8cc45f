"""Web archives made for tests, record by record."""

from __future__ import annotations

import base64
import hashlib

PAGE = """<!DOCTYPE html><html lang="id"><head><title>Perahu Kembali Berlayar</title>
<meta property="og:title" content="Perahu Kembali Berlayar"><meta property="og:type" content="article">
<meta property="og:site_name" content="Suara Timur">
<meta property="article:published_time" content="2025-06-10T08:00:00+07:00">
</head><body><nav><a href="/">Beranda</a></nav><article><h1>Perahu Kembali Berlayar</h1>
<p>AMBON – Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin, kata kepala desa kepada warga.</p>
<p>Warga yang tinggal di pantai utara mengatakan bahwa mereka tidak takut lagi untuk melaut pada malam hari.</p>
<p>Pemerintah akan memberikan bantuan kepada nelayan yang perahunya rusak karena badai dan gelombang tinggi.</p>
</article><footer>Hak cipta Suara Timur</footer></body></html>"""


def response(
    payload: bytes | str = PAGE,
    *,
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    **headers: str,
) -> bytes:
    """Return what a server answered; a header's name has _ for -."""
    body = payload if isinstance(payload, bytes) else payload.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block: bytes, *, kind: str = "response", length: int | None = None, **headers: str) -> bytes:
    """Return a record of a web archive; a header's name has _ for -, "" leaves it out."""
    named = {
        "WARC_Type": kind,
        "WARC_Record_ID": "<urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>",
        "WARC_Target_URI": "https://suaratimur.example/perahu",
        "WARC_Date": "2025-06-11T03:04:05Z",
        "Content_Type": f"application/http; msgtype={kind}",
        "Content_Length": str(len(block) if length is None else length),
    } | headers
    lines = ["WARC/1.0", *(f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value)]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def sha1(content: bytes) -> str:
    return f"sha1:{base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()}"
