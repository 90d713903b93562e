"""Lets pactcheck fuzz `parse_user`: answers each JSON line on stdin with one on stdout."""

import base64
import dataclasses
import json
import sys
from datetime import datetime

from user_parser import UnreadableResponse, User, parse_user


def on_the_wire(value):
    """A parsed value as JSON has it: absent fields left out, moments as RFC 3339."""
    if dataclasses.is_dataclass(value):
        members = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: on_the_wire(member) for name, member in members if member is not None}
    if isinstance(value, list):
        return [on_the_wire(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def answer(question, parse=parse_user):
    try:
        user = parse(base64.b64decode(question['body']))
        return {'verdict': 'accept', 'value': on_the_wire(user) if isinstance(user, User) else user}
    except UnreadableResponse as refusal:
        return {'verdict': 'reject', 'error': f'{type(refusal).__name__}: {refusal}'}
    except Exception as error:
        return {'verdict': 'error', 'error': f'{type(error).__name__}: {error}'}


def main(parse=parse_user):
    for line in sys.stdin:
        question = json.loads(line)
        # Without a flush the answer stays in a buffer, and pactcheck waits for it.
        print(json.dumps({'id': question['id'], **answer(question, parse)}), flush=True)


if __name__ == '__main__':
    main()
