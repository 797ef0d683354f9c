package dev.plinth.examples.domainflow.lambda;

/** The role to connect as. */
record Credentials(String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
