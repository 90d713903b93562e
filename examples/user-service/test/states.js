'use strict';

/** The provider states of the pacts, as rows of the database. */
function statesOf(users) {
  const TOKEN = 'token-of-the-test';
  const only = (user) => {
    users.clear();
    if (user !== undefined) users.insert(user);
  };
  const letIn = (userId, mayUpdate = true) => {
    users.insertToken(TOKEN, userId, mayUpdate);
    return { token: TOKEN };
  };
  const teardown = () => users.clear();
  return {
    'a user exists': {
      setup: ({ user: { object: _object, ...user } }) => {
        only(user);
        return letIn(user.id);
      },
      teardown,
    },
    'no such user': {
      setup: ({ userId }) => {
        only();
        return letIn(userId);
      },
      teardown,
    },
    'the caller has no valid token': { setup: () => only(), teardown },
    'the caller may not update users': {
      setup: () => {
        only();
        return letIn(undefined, false);
      },
      teardown,
    },
    'another user has the email': {
      setup: ({ email }) => {
        users.insert({
          id: 'f'.repeat(32),
          accountId: 'f'.repeat(32),
          email,
          status: 'ACTIVE',
          etag: 'another',
        });
      },
      teardown,
    },
  };
}

module.exports = { statesOf };
