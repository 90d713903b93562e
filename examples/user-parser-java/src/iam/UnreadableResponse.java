package iam;

/** The answer is not what the contract promises. */
public final class UnreadableResponse extends Exception {
    public UnreadableResponse(String where, String expected) {
        super((where.isEmpty() ? "the answer" : where) + " is not " + expected);
    }
}
