"""The encrypted register file. The only importer of sqlite_utils and sqlcipher3."""
