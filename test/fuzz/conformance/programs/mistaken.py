"""The parser of examples/user-parser-python with a mistake, as people make them in Python.

    python3 mistaken.py FOLDER-OF-THE-PARSER [NAME-OF-THE-MISTAKE]

Answers JSON lines. The names are those of mistakes.ts.
"""

import base64
import json
import random
import re
import sys
import unicodedata
from datetime import datetime, timezone

sys.path.insert(0, sys.argv[1])
from adapter import on_the_wire  # noqa: E402
from user_parser import UnreadableResponse, parse_user  # noqa: E402

MISTAKES = {}


def read(body, response=None):
    return on_the_wire(parse_user(body))


def giving(name):
    """Spoils what was read: changes the user, or gives what stands for it."""

    def plant(spoil):
        def parse(body, response):
            user = read(body)
            spoiled = spoil(user, body)
            return user if spoiled is None else spoiled

        MISTAKES[name] = parse

    return plant


def wrapping(name):
    """Spoils the way in."""

    def plant(parse):
        MISTAKES[name] = parse

    return plant


def rescuing(name):
    """Takes what the parser refuses, by what stands for it; None where it is refused after all."""

    def plant(rescue):
        def parse(body, response):
            try:
                return read(body)
            except UnreadableResponse:
                other = rescue(body)
                if other is None or other == body:
                    raise
                return read(other) if isinstance(other, bytes) else other

        MISTAKES[name] = parse

    return plant


def field(name, member, change):
    """Another value of a field, where it is there."""

    @giving(name)
    def spoil(user, body):
        if user.get(member) is not None:
            user[member] = change(user[member])


def leaving_out(name, member, is_nothing):
    """A field is left out where Python takes it for nothing."""

    @giving(name)
    def spoil(user, body):
        if member in user and is_nothing(user[member]):
            del user[member]


def replacing(name, pattern, by):
    rescuing(name)(lambda body: re.sub(pattern, by, body))


def said(body, member):
    return json.loads(body).get(member)


leaving_out('leaves a field out', 'groups', lambda value: True)
leaving_out('takes false for absent', 'emailVerified', lambda value: not value)
leaving_out('takes an empty text for absent', 'address', lambda value: not value)
leaving_out('takes zero for absent', 'creationTime', lambda value: not value)
leaving_out('takes an empty list for absent', 'groups', lambda value: not value)
giving('gives a default')(lambda user, body: {'isTotpEnabled': False, **user})
giving('makes up an empty list')(lambda user, body: {'groups': [], **user})
field('rounds an int64', 'creationTime', lambda value: int(float(value)))
field('saturates an int64', 'lastLoginTime', lambda value: max(-(2**53), min(2**53, value)))
field('wraps an int64 to 32 bits', 'passwordChangedTime', lambda value: (value + 2**31) % 2**32 - 2**31)
field('takes milliseconds for seconds', 'creationTime', lambda value: value // 1000)


@giving('forgets the offset')
def forgets_the_offset(user, body):
    if 'createdAt' in user:
        user['createdAt'] = said(body, 'createdAt')[:19] + 'Z'


field('drops the fraction', 'updatedAt', lambda value: re.sub(r'\.\d+', '', value))
field('trims texts', 'fullName', str.strip)
field('normalises texts', 'fullName', lambda value: unicodedata.normalize('NFC', value))
field('cuts texts', 'fullName', lambda value: value[:64])
field('breaks surrogate pairs', 'address', lambda value: re.sub('[\U00010000-\U0010ffff]', '??', value))
field('reads true out of a text', 'phoneNumber', lambda value: True if value == 'true' else value)
field('removes duplicates', 'groups', lambda value: list(dict.fromkeys(value)))
field('sorts a list', 'groups', sorted)
field('keeps the first item only', 'loginHistory', lambda value: value[:1])


@giving('swaps two fields')
def swaps_two_fields(user, body):
    name, address = user.pop('fullName', None), user.pop('address', None)
    user.update({key: value for key, value in (('fullName', address), ('address', name)) if value is not None})


@giving('loses the key __proto__')
def loses_a_key(user, body):
    if 'userProperties' in user:
        user['userProperties'] = {k: v for k, v in user['userProperties'].items() if not k.startswith('__')}


@wrapping('gives nothing')
def gives_nothing(body, response):
    read(body)


@giving('loses a field when another is absent')
def loses_a_field(user, body):
    if 'username' not in user:
        user.pop('fullName', None)


@giving('reads otherwise beside an unknown member')
def reads_otherwise(user, body):
    if any(name in ('somethingNew', 'data', 'error') for name in json.loads(body)):
        user.pop('fullName', None)


KNOWN = {}


@giving('remembers by a part of the response')
def remembers(user, body):
    known = KNOWN.setdefault(user['id'], user.get('fullName'))
    user.pop('fullName', None)
    if known is not None:
        user['fullName'] = known


@giving('counts what it reads')
def counts(user, body):
    user['serial'] = random.random()


@giving('refuses what is in the future')
def refuses_the_future(user, body):
    if 'createdAt' in user and datetime.fromisoformat(user['createdAt']) > datetime.now(timezone.utc):
        raise UnreadableResponse('/createdAt', 'in the past')


@giving('refuses an empty list')
def refuses_an_empty_list(user, body):
    if user.get('activeSessions') == []:
        raise UnreadableResponse('/activeSessions', 'a list with something in it')


giving('fails when an optional field is absent')(lambda user, body: len(user['phoneNumber']) and None)


@giving('fails on a long text')
def fails_on_a_long_text(user, body):
    if len(user['etag']) > 10_000:
        raise UnreadableResponse('/etag', 'short')


@wrapping('refuses unknown members')
def refuses_unknown_members(body, response):
    user = read(body)
    if 'somethingNew' in json.loads(body) or re.search(rb'"newIn', body):
        raise UnreadableResponse('', 'what is known')
    return user


@wrapping('wants members in the usual order')
def wants_order(body, response):
    user = read(body)
    names = list(json.loads(body))
    if names.index('object') < names.index('id'):
        raise UnreadableResponse('', 'in order')
    return user


@wrapping('wants no blanks')
def wants_no_blanks(body, response):
    if re.search(rb'"status"\s+:|"status":\s+"', body):
        raise UnreadableResponse('', 'compact')
    return read(body)


@wrapping('wants the media type to the letter')
def wants_the_media_type(body, response):
    if response['headers'].get('content-type') != 'application/json':
        raise UnreadableResponse('', 'application/json')
    return read(body)


replacing('takes an unknown status for null', rb'"status":"(?!ENROLLING|INVITED|ACTIVE|RESET|INACTIVE)[^"]*"', b'"status":"ACTIVE"')


@rescuing('does without a required field')
def does_without(body):
    return re.sub(rb'^\{(?=")', b'{"etag":"",', body) if b'"etag":' not in body else None


replacing('takes null for absent', rb'"groups":null,?', b'')
replacing('takes texts for numbers', rb'"creationTime":"(\d+)"', rb'"creationTime":\1')
replacing('takes a number past int64', rb'"creationTime":-?\d{19,}', b'"creationTime":0')
replacing('takes a day that is none', rb'"createdAt":"2023-02-30', b'"createdAt":"2023-03-02')
replacing('takes a moment without a zone', rb'"createdAt":"([^"Z+]{19})"', rb'"createdAt":"\1Z"')
replacing('takes a blank for T', rb'"updatedAt":"(\S{10}) ', rb'"updatedAt":"\1T')
rescuing('takes an error page')(lambda body: {'html': body.decode()} if body.startswith(b'<') else None)
rescuing('takes any root')(lambda body: {} if body == b'null' else None)
replacing('takes what comes behind', rb'\}[^}]+$', b'}')
rescuing('takes what is cut off')(lambda body: body + b'}')


@rescuing('takes more items than agreed')
def takes_more_items(body):
    try:
        user = json.loads(body)
        items = user['loginHistory']
    except (ValueError, RecursionError, LookupError, TypeError):
        return None
    if not isinstance(items, list) or len(items) <= 5:
        return None
    return json.dumps({**user, 'loginHistory': items[:5]}).encode()


wrapping('gives null for a 404')(lambda body, response: None if response['status'] == 404 else read(body))
wrapping('gives an empty object for an error')(lambda body, response: {} if response['status'] >= 500 else read(body))


@wrapping('fails with an error of its own on what is not JSON')
def fails_on_what_is_not_json(body, response):
    json.loads(body)
    return read(body)


@wrapping('fails on null')
def fails_on_null(body, response):
    if body == b'null':
        return read(None)
    return read(body)


@wrapping('fails on depth')
def fails_on_depth(body, response):
    try:
        json.loads(body)
    except ValueError:
        pass
    return read(body)


@wrapping('takes ever longer for each item')
def takes_ever_longer(body, response):
    items = body.split(b',')
    for one in items:
        if one + b' ' in items:
            return None
    return read(body)


@wrapping('looks for an end by a slow expression')
def slow_expression(body, response):
    re.search(rb' +\n', body)
    return read(body)


def answer(question, parse):
    try:
        value = parse(base64.b64decode(question['body']), question)
        return {'verdict': 'accept', 'value': value}
    except UnreadableResponse as refusal:
        return {'verdict': 'reject', 'error': f'UnreadableResponse: {refusal}'}
    except Exception as error:
        return {'verdict': 'error', 'error': f'{type(error).__name__}: {error}'}


def main():
    parse = MISTAKES[sys.argv[2]] if len(sys.argv) > 2 else read
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps({'id': question['id'], **answer(question, parse)}), flush=True)


main()
