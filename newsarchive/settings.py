"""Settings for every environment; only environment variables tell them apart (docs/operations.md lists them)."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsarchive import database, environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = environment.data_folder(BASE_DIR)

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
# False hides suggested facts from every public page until an editor has confirmed them.
NEWSARCHIVE_SHOW_UNREVIEWED = environment.flag("NEWSARCHIVE_SHOW_UNREVIEWED", default=True)

INSTALLED_APPS = [
    "newsarchive.admin.CurationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "axes",
    "articles",
]

MIDDLEWARE = [
    "newsarchive.middleware.Probe",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before anything reads the query: what no page can mean is refused in one place.
    "newsarchive.middleware.InputGate",
    "newsarchive.middleware.LanguageFromPath",
    "newsarchive.middleware.DatabaseErrors",
    "newsarchive.middleware.DeskPatience",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # These read their cookies only when a view asks who is there, so that readers get no cookie and no Vary.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "articles.views.editor.private_when_signed_in",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it replaces the answer of a sign-in that is locked
]

ROOT_URLCONF = "newsarchive.urls"
WSGI_APPLICATION = "newsarchive.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.views.editor.editor",
            ]
        },
    }
]

# 2 s for what readers ask; commands that write raise it through NEWSARCHIVE_STATEMENT_TIMEOUT_MS=0.
# The editors' desk has a limit of its own (newsarchive.middleware.DeskPatience).
STATEMENT_TIMEOUT_MS = environment.number("NEWSARCHIVE_STATEMENT_TIMEOUT_MS", default=2000)
# What all filters beside a list may take to be counted; then they are told from a sample, then not at all.
FACETS_SECONDS = environment.number("NEWSARCHIVE_FACETS_MS", default=1000) / 1000
DATABASES = {
    "default": database.settings(DATA, os.environ.get("DATABASE_URL", ""), statement_timeout_ms=STATEMENT_TIMEOUT_MS)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _IN_MEMORY},
    # Counts of lists and facets (articles.search.remembered): bounded, and out of date by themselves.
    "search": {"BACKEND": _IN_MEMORY, "LOCATION": "search", "TIMEOUT": 3600, "OPTIONS": {"MAX_ENTRIES": 2000}},
}

USE_TZ = True
TIME_ZONE = "UTC"  # dates of the archive are the publisher's local days and never pass through a time zone
LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = ["newsarchive.formats"]
LANGUAGES = [("en", _("English")), ("id", _("Indonesian"))]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "articles.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Behind a proxy that speaks HTTPS: SECURE=true turns on the redirect, HSTS and cookies for HTTPS alone.
SECURE = environment.flag("SECURE", default=False)
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE

# Signing in: docs/operations.md tells the rules, newsarchive/sign_in.py the reasons.
# A working day at the desk, in seconds, and never longer than the browser is open. Nothing writes to a session after
# sign-in but a changed password and a message too long for its cookie, so the hours count from signing in.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: who is locked is refused before anything is hashed
    "newsarchive.sign_in.StaffBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "newsarchive.sign_in.LongestPassword"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # for who asked for no page, or for one of another site
AXES_HANDLER = "newsarchive.sign_in.Limits"
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]  # either; Limits reads them in this order
AXES_FAILURE_LIMIT = 5  # wrong passwords for one name, from anywhere; Limits has another limit for a network
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # whoever goes on trying does not keep the account locked
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "newsarchive.client_address.network_of"
AXES_USERNAME_CALLABLE = "newsarchive.sign_in.counted_name"
AXES_LOCKOUT_CALLABLE = "newsarchive.sign_in.locked"
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True  # who signed in when is read by nobody, so it is not kept
# Names are often passwords in the wrong field, so the log of the server has none; where it came from, it has.
AXES_SENSITIVE_PARAMETERS = ["username", "csrfmiddlewaretoken"]
AXES_VERBOSE = False

# A list of the admin posts a field for each chosen row, up to 5,000, and its forms have some hundred.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 12_000
# The longest text that an article may have, as it was shown and as it is now, fits into its form.
DESK_LARGEST_FORM = 12_000_000  # bytes, files included
DATA_UPLOAD_MAX_MEMORY_SIZE = DESK_LARGEST_FORM

# What editors give in the browser lies here until the worker has brought it in (docs/importing.md).
DELIVERIES = environment.path("NEWSARCHIVE_DELIVERIES", default=DATA / "deliveries")
DELIVERY_LARGEST = environment.number("NEWSARCHIVE_DELIVERY_MB", default=1000) * 1_000_000  # bytes of all its files
DELIVERY_MOST_FILES = environment.number("NEWSARCHIVE_DELIVERY_FILES", default=1000)
DATA_UPLOAD_MAX_NUMBER_FILES = DELIVERY_MOST_FILES
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "newsarchive.uploads.BesideDeliveries",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "newsarchive.log_lines.OneLine",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"articles": {"level": "INFO"}},  # what the worker does with each file
}
