"""What the database itself can say about its soundness, in words."""

from audit_desk.storage.connection import DatabaseFault
from audit_desk.storage.register import Register


def file_faults(register: Register) -> list[str]:
    """Check every page's code and every table's structure."""
    db = register.db
    try:
        pages = [row[0] for row in db.execute("PRAGMA cipher_integrity_check")]
        if pages:
            many = f"{len(pages)} pages of the file were"
            return [f"{'1 page of the file was' if len(pages) == 1 else many} altered or damaged."]
        rows = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
        if rows != ["ok"]:
            return ["The file's structure is damaged.", *(row[:300] for row in rows)]
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
    except DatabaseFault as fault:
        return [f"The file is damaged: {fault}."]
    return [f"{len(broken)} rows point to something that is not there."] if broken else []
