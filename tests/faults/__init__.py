"""A bad disk: every system call on a manuscript's files made to fail, one after another, below Python."""
