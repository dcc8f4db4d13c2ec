"""Reads the pages of a register file as they lie on disk, decrypted: free ones and the log's too.

SQLCipher itself shows rows and never pages, so a page is decrypted here: AES-256 in CBC mode, the
16 bytes before the page's code being the initialisation vector.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from audit_desk.storage import cipher

_CODE, _VECTOR, _BLOCK = 64, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24
_ROUNDS, _KEY_WORDS = 14, 8


def pages(path: Path, passphrase: str) -> Iterator[bytes]:
    """Yield every page of a register file, and of its log where there is one."""
    data = path.read_bytes()
    key = cipher.derive(passphrase, data[: cipher.SALT_BYTES]).key
    for at in range(0, len(data), cipher.PAGE_BYTES):
        yield _decrypted(data[at : at + cipher.PAGE_BYTES], key, first=at == 0)
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes() if log.exists() else b""
    size = _FRAME_HEAD + cipher.PAGE_BYTES
    for at in range(_LOG_HEAD, len(frames), size):
        number = int.from_bytes(frames[at : at + 4])
        page = frames[at + _FRAME_HEAD : at + size]
        yield _decrypted(page, key, first=number == 1)


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    body = page[cipher.SALT_BYTES if first else 0 : -_CODE - _VECTOR]
    vector = page[-_CODE - _VECTOR : -_CODE]
    blocks = np.frombuffer(body, np.uint8).reshape(-1, _BLOCK)
    before = np.vstack([np.frombuffer(vector, np.uint8), blocks[:-1]])
    return bytes((_unscrambled(blocks, _round_keys(key)) ^ before).tobytes())


def _tables() -> tuple[Any, Any]:
    """Return AES's box of substitutes and its inverse."""
    box = np.zeros(256, np.uint8)
    one = other = 1
    while True:
        one ^= (one << 1) ^ (0x11B if one & 0x80 else 0)
        one &= 0xFF
        for shift in (1, 2, 4):
            other ^= (other << shift) & 0xFF
        other ^= 0x09 if other & 0x80 else 0
        turned = [(other << by | other >> (8 - by)) & 0xFF for by in range(5)]
        box[one] = turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4] ^ 0x63
        if one == 1:
            break
    box[0] = 0x63
    inverse = np.zeros(256, np.uint8)
    inverse[box] = np.arange(256)
    return box, inverse


def _times(factor: int) -> Any:
    """Return the products of every byte with a factor in AES's field."""
    products = np.zeros(256, np.uint8)
    for value in range(256):
        total, shifted = 0, value
        for bit in range(4):
            if factor >> bit & 1:
                total ^= shifted
            shifted = (shifted << 1) ^ (0x11B if shifted & 0x80 else 0)
        products[value] = total
    return products


_BOX, _INVERSE = _tables()
_BY = {factor: _times(factor) for factor in (9, 11, 13, 14)}
_SHIFTED = [(column * 4 + row - 4 * row) % 16 for column in range(4) for row in range(4)]


def _round_keys(key: bytes) -> Any:
    words = [list(key[at : at + 4]) for at in range(0, len(key), 4)]
    constant = 1
    for number in range(_KEY_WORDS, 4 * (_ROUNDS + 1)):
        word = list(words[-1])
        if number % _KEY_WORDS == 0:
            word = [int(_BOX[byte]) for byte in word[1:] + word[:1]]
            word[0] ^= constant
            constant = (constant << 1) ^ (0x11B if constant & 0x80 else 0)
        elif number % _KEY_WORDS == _KEY_WORDS // 2:
            word = [int(_BOX[byte]) for byte in word]
        words.append([a ^ b for a, b in zip(word, words[-_KEY_WORDS], strict=True)])
    return np.array(words, np.uint8).reshape(_ROUNDS + 1, _BLOCK)


def _unscrambled(blocks: Any, keys: Any) -> Any:
    state = blocks ^ keys[_ROUNDS]
    for number in range(_ROUNDS - 1, -1, -1):
        state = _INVERSE[state[:, _SHIFTED]] ^ keys[number]
        if number:
            state = _columns_unmixed(state)
    return state


def _columns_unmixed(state: Any) -> Any:
    column = state.reshape(-1, 4, 4)
    mixed = [
        _BY[14][column[..., row]]
        ^ _BY[11][column[..., (row + 1) % 4]]
        ^ _BY[13][column[..., (row + 2) % 4]]
        ^ _BY[9][column[..., (row + 3) % 4]]
        for row in range(4)
    ]
    return np.stack(mixed, axis=-1).reshape(-1, _BLOCK)
