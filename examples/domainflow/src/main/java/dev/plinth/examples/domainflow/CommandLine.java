package dev.plinth.examples.domainflow;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of the program.
 *
 * @param json whether the output is for programs
 * @param help whether only the help is wanted
 */
record CommandLine(Verb verb, boolean json, boolean help) {

    static final String HELP = """
            domainflow VERB [--json]

              plan      what apply would do, with the SQL and the requests; changes nothing
              apply     creates what is missing; never changes and never drops anything
              verify    what is missing, different, undecided or unmanaged; changes nothing
              ddl       the SQL script that builds the PostgreSQL half; needs no connection
              requests  the requests that build the DynamoDB half; needs no connection

              --json    the same for programs

            The first three work on the stores that the environment names, both or one of them:

              DB_HOST, DB_NAME, DB_USER, DB_PASSWORD   the database; DB_PORT is 5432 where it is not set
              DB_SSL_MODE        verify-full where it is not set; also verify-ca, require, prefer, allow, disable
              DB_SSL_ROOT_CERT   the file with the certificates that the server's is checked against
              DYNAMODB_ENDPOINT  or AWS_REGION: DynamoDB, with the credentials that the AWS tools use
              TABLE_PREFIX       stands before the name of every DynamoDB table

            Exit codes: 0 complete, 1 failed, 2 missing or different, 3 pending, deferred, blocked or undecided, 64 usage.
            """;

    private static final String NO_VERB = """
            domainflow: a verb is missing. Without one, a PostgreSQL and a DynamoDB Local of the program's own are started,
            but these embedded servers are not in this jar. Run it from the sources of Plinth:

                ./mvnw -q -Pdemo

            or name a verb: plan, apply, verify, ddl or requests; --help tells more.""";

    static CommandLine parse(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h") || arguments.equals(List.of("help"))) {
            return new CommandLine(Verb.PLAN, false, true);
        }
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.removeIf("--json"::equals);
        if (words.isEmpty()) {
            throw new UsageException(List.of(NO_VERB));
        }
        Verb verb = Verb.of(words.removeFirst()).orElseThrow(() -> unknown(arguments));
        if (!words.isEmpty()) {
            throw unknown(arguments);
        }
        return new CommandLine(verb, json, false);
    }

    private static UsageException unknown(List<String> arguments) {
        return new UsageException(List.of("domainflow: \"" + String.join(" ", arguments)
                + "\" is not understood; write one verb (plan, apply, verify, ddl or requests) and perhaps --json, "
                + "or --help"));
    }
}
