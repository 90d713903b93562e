"""A user service on Python's standard library alone: one that pactcheck verifies over HTTP, knowing nothing of it.

    python3 service.py [--port N]

It prints where it listens. Provider states are taken at /_states, and only where PROVIDER_STATES=1 is set: they are
for tests.
"""

import argparse
import hashlib
import json
import os
import re
import secrets
import signal
import threading
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MAX_BODY = 1_000_000
MAX_STATE = 50_000_000
STATUSES = ["ENROLLING", "INVITED", "ACTIVE", "RESET", "INACTIVE"]
TYPES = {
    400: "validation_error",
    401: "invalid_token",
    403: "access_denied",
    404: "not_found",
    409: "duplicate",
    500: "internal_server_error",
}


class Refusal(Exception):
    """Ends a call with an ErrorResponse."""

    def __init__(self, status, message, fields=None):
        super().__init__(message)
        self.status, self.message, self.fields = status, message, fields

    def body(self, request_id):
        body = {
            "code": self.status,
            "object": "error",
            "requestId": request_id,
            "message": self.message,
            "type": TYPES[self.status],
        }
        return body if self.fields is None else {**body, "fields": self.fields}


# What an update may write, and what is wrong with a value: None where nothing is.


def short_text(value):
    if not isinstance(value, str):
        return "must be a text"
    return "must not be longer than 100 characters" if len(value) > 100 else None


def flag(value):
    return None if isinstance(value, bool) else "must be true or false"


def username(value):
    is_well = isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_\-,.@+=]{4,30}", value)
    return None if is_well else "must be 4 to 30 letters, digits, or any of _ - , . @ + ="


def email(value):
    is_well = isinstance(value, str) and 3 <= len(value) <= 254 and re.fullmatch(r"[^\n\r\u2028\u2029]+@[^\n\r\u2028\u2029]+", value)
    return None if is_well else "must have 3 to 254 characters, something on both sides of an @"


def status(value):
    return None if isinstance(value, str) and value in STATUSES else "must be one of " + ", ".join(STATUSES)


def password(value):
    return None if isinstance(value, str) else "must be a text"


def properties(value):
    is_well = isinstance(value, dict) and all(
        isinstance(inner, dict) and all(isinstance(text, str) for text in inner.values()) for inner in value.values()
    )
    return None if is_well else "must be an object of objects of texts"


CHECKS = {
    "phoneNumber": short_text,
    "fullName": short_text,
    "address": short_text,
    "username": username,
    "email": email,
    "status": status,
    "isMarketingAccepted": flag,
    "isGtcAccepted": flag,
    "isTotpEnabled": flag,
    "password": password,
    "userProperties": properties,
}


def read_update(body):
    if not isinstance(body, dict):
        raise Refusal(400, "body must be an object", [{"name": "body", "message": "must be an object"}])
    changes = {name: body[name] for name in CHECKS if name in body}
    fields = [
        {"name": name, "message": message}
        for name, message in ((name, CHECKS[name](value)) for name, value in changes.items())
        if message is not None
    ]
    if fields:
        raise Refusal(400, f"{fields[0]['name']} {fields[0]['message']}", fields)
    return changes


def instant(text):
    """A date-time of RFC 3339; None where Python's calendar has no such instant (a leap second, the year 0)."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[-+]\d\d:\d\d)", text)
    if match is None:
        return None
    zone = "+00:00" if match[4] in "Zz" else match[4]
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}").astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


class Users:
    """Users, and who may call."""

    def __init__(self):
        self.lock = threading.RLock()
        self.clear()

    def clear(self):
        self.users, self.tokens = {}, {}

    def caller(self, header):
        match = re.fullmatch(r"(?i:bearer) (\S+)", header or "")
        caller = self.tokens.get(match[1]) if match else None
        if caller is None:
            raise Refusal(401, "The token is not valid")
        if not caller["mayUpdate"]:
            raise Refusal(403, "The caller may not update users")
        return caller

    def find(self, user_id, account_id=None):
        user = self.users.get(user_id)
        if user is None or (account_id is not None and user["accountId"] != account_id):
            raise Refusal(404, "There is no such user")
        return user

    def update(self, user, body):
        changes = read_update(body)
        wanted = changes.get("email", user["email"])
        if any(other["email"] == wanted and other is not user for other in self.users.values()):
            raise Refusal(409, "Another user has the email")
        changed = {name: value for name, value in changes.items() if user.get(name) != value}
        if changes.get("isTotpEnabled") is True and "totpSecret" not in user:
            changed["totpSecret"] = secrets.token_hex(16)
            changed["totpScratchCodes"] = user.get("totpScratchCodes", [secrets.token_hex(4) for _ in range(5)])
        if changed:
            user.update(changed)
            user["etag"] = hashlib.sha256((user["etag"] + json.dumps(user, sort_keys=True)).encode()).hexdigest()[:16]
            user["updatedAt"] = self.now(user)
        return self.shown(user, changes)

    @staticmethod
    def now(user):
        now = datetime.now(timezone.utc)
        created = instant(user.get("createdAt", ""))
        # Never before the creation: clocks of two machines differ.
        return user["createdAt"] if created is not None and created > now else now.strftime("%Y-%m-%dT%H:%M:%SZ")

    @staticmethod
    def shown(user, changes):
        if changes.get("isTotpEnabled") is True:
            return user
        return {name: value for name, value in user.items() if name not in ("totpSecret", "totpScratchCodes")}


TOKEN = "token-of-the-test"


class States:
    """The provider states of the pacts, by Pact's own convention."""

    def __init__(self, users):
        self.users = users
        self.handlers = {
            "a user exists": self.user_exists,
            "no such user": self.no_such_user,
            "the caller has no valid token": self.no_valid_token,
            "the caller may not update users": self.may_not_update,
            "another user has the email": self.email_taken,
        }

    def change(self, call):
        handler = self.handlers.get(call.get("state"))
        if call.get("action") == "teardown":
            self.users.clear()
            return 200, {}
        if handler is None:
            return 409, {"unsupported": f"there is no state {call.get('state')!r}"}
        return 200, handler(**(call.get("params") or {})) or {}

    def let_in(self, user_id, may_update=True):
        self.users.tokens = {TOKEN: {"userId": user_id, "mayUpdate": may_update}}
        return {"token": TOKEN}

    def user_exists(self, user):
        self.users.clear()
        self.users.users[user["id"]] = dict(user)
        return self.let_in(user["id"])

    def no_such_user(self, userId):
        self.users.clear()
        return self.let_in(userId)

    def no_valid_token(self):
        self.users.clear()

    def may_not_update(self):
        self.users.clear()
        return self.let_in(None, may_update=False)

    def email_taken(self, email):
        other = {"id": "f" * 32, "accountId": "f" * 32, "email": email, "status": "ACTIVE", "etag": "1", "object": "user"}
        self.users.users[other["id"]] = other


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "users"
    wbufsize = 65_536  # headers and body in one packet

    def do_PUT(self):
        self.answer(self.put_user)

    def do_POST(self):
        is_states = self.path == "/_states" and os.environ.get("PROVIDER_STATES") == "1"
        self.answer(self.post_state if is_states else self.nothing)

    def do_GET(self):
        self.answer(self.nothing)

    do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = do_GET

    def put_user(self):
        users = self.server.users
        path = self.path.split("?")[0]
        match = re.fullmatch(r"/v3/accounts/([^/]+)/users/([^/]+)", path)
        if match is None and path != "/v3/users/me":
            return self.nothing()
        raw = self.raw_body(MAX_BODY)
        with users.lock:
            caller = users.caller(self.headers.get("Authorization"))
            user = users.find(match[2], match[1]) if match else users.find(caller["userId"])
            return 200, users.update(user, self.json_of(raw))

    def post_state(self):
        call = json.loads(self.raw_body(MAX_STATE) or b"")
        with self.server.users.lock:
            return self.server.states.change(call)

    def nothing(self):
        self.raw_body(MAX_BODY)
        raise Refusal(404, "There is nothing here")

    def raw_body(self, limit):
        """The body; None where it is too long to be taken."""
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return self.chunks(limit)
        length = int(self.headers.get("Content-Length") or 0)
        if length <= limit:
            return self.rfile.read(length)
        # Who sends more than is taken still wants to read why: what comes is read, and forgotten.
        for _ in range(min(length, MAX_STATE) // 65_536):
            self.rfile.read(65_536)
        self.close_connection = True
        return None

    def chunks(self, limit):
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
            if len(body) > limit:
                self.close_connection = True
                return None
        self.rfile.readline()
        return body

    def json_of(self, raw):
        if raw is None:
            raise Refusal(400, "The body is too long")
        if not re.fullmatch(r"application/([\w.-]+\+)?json", self.headers.get_content_type()):
            raise Refusal(400, "The body must be application/json")
        try:
            return json.loads(raw.decode("utf-8"), parse_constant=refuse_constant)
        except (ValueError, RecursionError) as error:
            raise Refusal(400, f"The body is not JSON: {error}") from error

    def answer(self, work):
        try:
            code, body = work()
        except Refusal as refusal:
            code, body = refusal.status, refusal.body(secrets.token_hex(8))
        except Exception as error:  # pylint: disable=broad-except
            self.log_error("%r", error)
            code, body = 500, Refusal(500, "Something went wrong").body(secrets.token_hex(8))
        sent = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(sent)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(sent)

    def log_request(self, code="-", size="-"):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0)
    server = ThreadingHTTPServer(("127.0.0.1", parser.parse_args().port), Handler)
    server.daemon_threads = True
    server.users = Users()
    server.states = States(server.users)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: threading.Thread(target=server.shutdown).start())
    server.serve_forever()


if __name__ == "__main__":
    main()
