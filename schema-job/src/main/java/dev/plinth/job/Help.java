package dev.plinth.job;

/** What {@code --help} says. */
final class Help {

    private static final String TEXT = """
            %1$s VERB %2$s[options]

              plan         what apply would do, with the SQL and the requests; changes nothing
              apply        creates what is missing; never changes and never drops anything
              verify       what is missing, different, undecided or unmanaged; changes nothing
              render       the SQL script and the DynamoDB requests that build it all; needs no connection
              fingerprint  a hash that changes when the schema does; needs no connection

            %3$s  --json             the result for programs
              --only PART        postgres or dynamodb: leaves the other part of the schema aside
              --deadline TIME    how long all of it may take, such as 30s, 5m, 1h; 5m where it is not said
              --fail-on LIST     the findings that decide the exit code, such as drift,blocked; a failure always does.
                                 missing, drift, pending, deferred, blocked, undecided, or none; all where it is not said
              --quiet            no progress on the error output

              --lock-timeout TIME         how long one attempt waits for the lock of a table; 3s where it is not said
              --defer-missing-extensions  leaves for later what needs an extension that the server does not offer

              --allow LIST  guarded additions to tables that hold data. PostgreSQL: exclusion-constraint,
                            trigger, rule, view-default, row-level-security, grant (on any object that is there).
                            DynamoDB: global-index, vector-index, time-to-live, replicas, resource-policy,
                            deletion-protection, warm-throughput, on-demand-maximum

              --dynamodb-prefix TEXT  stands before the name of every DynamoDB table
              --index-wait WORD       none, started or active: how long to wait for indexes that are added to tables that
                                      exist; started where it is not said

            How to connect is said by the environment, with the variables of psql and of the AWS tools:

              PGHOST, PGDATABASE, PGUSER, PGPASSWORD  the database; PGPORT is 5432 where it is not set
              PGSSLMODE      verify-full where it is not set and the server is on another host; also verify-ca, require,
                             prefer, allow, disable
              PGSSLROOTCERT  the file with the certificates that the server's is checked against
              AWS_REGION, AWS_ACCESS_KEY_ID, ...  or a profile or role, as the AWS SDK finds them
              AWS_ENDPOINT_URL_DYNAMODB           another endpoint, such as a DynamoDB Local

            Each of the PG variables can be in a file instead: PGPASSWORD_FILE=/run/secrets/password.

            Exit codes: 0 complete, 1 failed, 2 missing or different, 3 pending, deferred, blocked or undecided, 64 usage.
            """;

    private static final String SCHEMA =
            "  --schema CLASS#CONSTANT  a static field of type Schema, such as com.acme.Schemas#SCHEMA\n";

    private Help() {}

    static String of(String program, boolean hasSchema) {
        return TEXT.formatted(program, hasSchema ? "" : "--schema CLASS#CONSTANT ", hasSchema ? "" : SCHEMA);
    }
}
