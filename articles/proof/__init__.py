"""What proves the archive: each rule asked of every row again, whoever wrote it. Reads only."""
