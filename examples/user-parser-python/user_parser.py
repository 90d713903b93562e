"""Reads the answer to an update of a user: the standard library alone, as a client in Python would have it.

`parse_user(body)` gives a `User`, whose fields are None where the answer has none, or raises `UnreadableResponse`.
"""

import dataclasses
import json
import re
from datetime import datetime, timedelta, timezone

INT64 = range(-(2**63), 2**63)
ID = re.compile(r'[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')
USERNAME = re.compile(r'[A-Za-z0-9_\-,.@+=]*')
EMAIL = re.compile(r'.+@.+')
DATE_TIME = re.compile(
    r'(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:[Zz]|([-+])(\d\d):(\d\d))', re.ASCII
)
STATUSES = ('ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE')
# The document lists ten, and says that it is always the first.
OBJECTS = (
    'user', 'api-key', 'group', 'account', 'account-template', 'trusted-cert', 'list', 'error', 'policy',
    'identity-provider',
)  # fmt: skip


class UnreadableResponse(Exception):
    """The answer is not what the contract promises."""

    def __init__(self, where, expected):
        super().__init__(f'{where or "the answer"} is not {expected}')


def text(longest=None, shortest=0, pattern=None):
    def read(value, where):
        if not isinstance(value, str) or len(value) < shortest or (longest is not None and len(value) > longest):
            raise UnreadableResponse(where, f'a text of {shortest} to {longest or "any number of"} characters')
        if pattern is not None and pattern.fullmatch(value) is None:
            raise UnreadableResponse(where, f'a text that fits {pattern.pattern}')
        return value

    return read


def one_of(*allowed):
    def read(value, where):
        if not isinstance(value, str) or value not in allowed:
            raise UnreadableResponse(where, f'one of {", ".join(allowed)}')
        return value

    return read


def flag(value, where):
    if not isinstance(value, bool):
        raise UnreadableResponse(where, 'true or false')
    return value


def int64(value, where):
    # True is an int to Python, and to nobody else.
    if not isinstance(value, int) or isinstance(value, bool) or value not in INT64:
        raise UnreadableResponse(where, 'a whole number of 64 bits')
    return value


def moment(value, where):
    """RFC 3339. A `datetime` keeps microseconds, and has no leap second: 23:59:60 is refused."""
    match = DATE_TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise UnreadableResponse(where, 'a moment of RFC 3339')
    day, time, fraction, sign, hours, minutes = match.groups()
    try:
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == '-' else 1)
        whole = datetime.strptime(f'{day} {time}', '%Y-%m-%d %H:%M:%S')
        if int(minutes or 0) > 59 or time.endswith('60'):
            raise ValueError
        return whole.replace(microsecond=int((fraction or '')[:6].ljust(6, '0')), tzinfo=timezone(offset))
    except ValueError:
        raise UnreadableResponse(where, 'a moment that the calendar has') from None


def list_of(item, longest=None):
    def read(value, where):
        if not isinstance(value, list) or (longest is not None and len(value) > longest):
            raise UnreadableResponse(where, 'a list' if longest is None else f'a list of at most {longest}')
        return [item(one, f'{where}/{index}') for index, one in enumerate(value)]

    return read


def map_of(member):
    def read(value, where):
        if not isinstance(value, dict):
            raise UnreadableResponse(where, 'an object')
        return {name: member(one, f'{where}/{name}') for name, one in value.items()}

    return read


def record(model):
    """Reads a dataclass: what it does not list is passed over, what has no default must be there."""
    fields = dataclasses.fields(model)

    def read(value, where):
        if not isinstance(value, dict):
            raise UnreadableResponse(where, 'an object')
        read_fields = {}
        for field in fields:
            if field.name in value:
                read_fields[field.name] = field.metadata['read'](value[field.name], f'{where}/{field.name}')
            elif field.default is dataclasses.MISSING:
                raise UnreadableResponse(f'{where}/{field.name}', 'there, although it is required')
        return model(**read_fields)

    return read


def required(read):
    return dataclasses.field(metadata={'read': read})


def optional(read):
    return dataclasses.field(default=None, metadata={'read': read})


@dataclasses.dataclass(frozen=True, kw_only=True)
class ActiveSession:
    userAgent: str = required(text())
    ipAddress: str = required(text())
    accountId: str = required(text(pattern=ID))
    referenceToken: str = required(text())
    loginTime: datetime = required(moment)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Login:
    date: datetime = required(moment)
    ipAddress: str = required(text())
    userAgent: str = required(text())
    success: bool = required(flag)


@dataclasses.dataclass(frozen=True, kw_only=True)
class User:
    username: str | None = optional(text(30, 4, USERNAME))
    activeSessions: list[ActiveSession] | None = optional(list_of(record(ActiveSession)))
    loginHistory: list[Login] | None = optional(list_of(record(Login), 5))
    creationTime: int | None = optional(int64)
    updatedAt: datetime | None = optional(moment)
    fullName: str | None = optional(text(100))
    id: str = required(text(pattern=ID))
    lastLoginTime: int | None = optional(int64)
    isGtcAccepted: bool | None = optional(flag)
    etag: str = required(text())
    isMarketingAccepted: bool | None = optional(flag)
    phoneNumber: str | None = optional(text(100))
    email: str = required(text(254, 3, EMAIL))
    status: str = required(one_of(*STATUSES))
    accountId: str = required(text(pattern=ID))
    totpScratchCodes: list[str] | None = optional(list_of(text()))
    object: str = required(one_of(*OBJECTS))
    groups: list[str] | None = optional(list_of(text()))
    address: str | None = optional(text(100))
    totpSecret: str | None = optional(text())
    password: str | None = optional(text())
    emailVerified: bool | None = optional(flag)
    createdAt: datetime | None = optional(moment)
    userProperties: dict[str, dict[str, str]] | None = optional(map_of(map_of(text())))
    isTotpEnabled: bool | None = optional(flag)
    passwordChangedTime: int | None = optional(int64)


read_user = record(User)


def refuse_constant(name):
    raise ValueError(f'{name} is no JSON number')


def parse_user(body: bytes) -> User:
    try:
        value = json.loads(body.decode('utf-8'), parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        # Not UTF-8, not JSON, or nested deeper than Python's stack: nothing of it was agreed on.
        raise UnreadableResponse('', 'JSON text') from None
    return read_user(value, '')
