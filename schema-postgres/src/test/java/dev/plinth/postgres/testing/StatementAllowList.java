package dev.plinth.postgres.testing;

import dev.plinth.postgres.testing.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The closed list of the forms that a rendered statement may have: additions, and the settings at the head of a script. A
 * statement is cut into tokens and its shape compared, so no name, string or body can make another form look like one of
 * these.
 */
public final class StatementAllowList {

    private static final String NAME = "@ \\. @";
    private static final String DICTIONARY = "(\\w+|" + NAME + ")";
    private static final String GROUP = "\\(\\.\\.\\.\\)";
    private static final String ACTION = "(CASCADE|RESTRICT|NO ACTION|SET NULL|SET DEFAULT)";
    private static final String KEY =
            "( INCLUDE " + GROUP + ")?( WITH " + GROUP + ")?( WHERE " + GROUP
                    + ")?( DEFERRABLE( INITIALLY DEFERRED)?)?";
    private static final String CONSTRAINT = "((PRIMARY KEY|UNIQUE( NULLS NOT DISTINCT)?) " + GROUP + KEY
            + "|EXCLUDE( USING (\\w+|@))? " + GROUP + KEY + "|CHECK " + GROUP
            + "( NO INHERIT)?( NOT ENFORCED)?|FOREIGN KEY "
            + GROUP + " REFERENCES " + NAME + " " + GROUP + "( MATCH FULL)?( ON DELETE " + ACTION + "( " + GROUP
            + ")?)?( ON UPDATE " + ACTION + ")?( DEFERRABLE( INITIALLY DEFERRED)?)?( NOT ENFORCED)?)";

    private static final String EVENT = "(INSERT|UPDATE( OF @( , @)*)?|DELETE|TRUNCATE)";

    private static final String TYPE = "([A-Z_]+( [A-Z]+)*|@ \\. @)( \\[ \\])?";
    private static final String ROUTINE = "( TRANSFORM FOR TYPE " + TYPE + "( , FOR TYPE " + TYPE + ")*)?( WINDOW)?"
            + "( IMMUTABLE| STABLE)?( LEAKPROOF)?( STRICT)?( SECURITY DEFINER)?"
            + "( PARALLEL (SAFE|RESTRICTED))?( COST 0)?( ROWS 0)?( SUPPORT " + NAME + ")?( SET @ TO 's'( , 's')*)*";

    private static final String BODY = " (AS \\$body\\$|AS 's' , 's'|RETURN " + GROUP + "|" + SqlBodies.ATOMIC + ")";
    private static final String QUERY = "(SELECT|WITH|VALUES|TABLE|" + GROUP + ")( [^;]+)?";

    private static final String NUMBER = "(- )?0";
    private static final String SEQUENCE =
            "( AS (SMALLINT|INTEGER))?( INCREMENT BY " + NUMBER + ")?( MINVALUE " + NUMBER
                    + ")?( MAXVALUE " + NUMBER + ")?( START WITH " + NUMBER + ")?( CACHE 0)?( CYCLE)?";

    private static final List<Pattern> FORMS = Stream.of(
            "CREATE SCHEMA( IF NOT EXISTS)? @",
            "CREATE EXTENSION( IF NOT EXISTS)? @ WITH SCHEMA @( VERSION 's')?",
            "CREATE FUNCTION " + NAME + " (" + GROUP + "|\\(\\))( RETURNS (SETOF )?(TABLE " + GROUP + "|" + TYPE
                    + "))? LANGUAGE (\\w+|@)" + ROUTINE + BODY,
            "CREATE PROCEDURE " + NAME + " (" + GROUP + "|\\(\\)) LANGUAGE (\\w+|@)" + ROUTINE + BODY,
            "CREATE AGGREGATE " + NAME + " " + GROUP + " " + GROUP,
            "CREATE SEQUENCE( IF NOT EXISTS)? " + NAME + SEQUENCE + "( OWNED BY @ \\. @ \\. @)?",
            // A sequence that the same step creates, for the column that it creates.
            "ALTER SEQUENCE " + NAME + " OWNED BY @ \\. @ \\. @",
            "CREATE STATISTICS( IF NOT EXISTS)? " + NAME + "( " + GROUP + ")? ON [^;]+ FROM " + NAME,
            "CREATE TEXT SEARCH (DICTIONARY|CONFIGURATION) " + NAME + " " + GROUP,
            // Of a configuration that the same step creates.
            "ALTER TEXT SEARCH CONFIGURATION " + NAME + " ADD MAPPING FOR @( , @)* WITH " + DICTIONARY + "( , "
                    + DICTIONARY
                    + ")*",
            "CREATE COLLATION( IF NOT EXISTS)? " + NAME + " " + GROUP,
            "CREATE DOMAIN " + NAME + " AS [^,;]+",
            "ALTER DOMAIN " + NAME + " ADD CONSTRAINT @ CHECK " + GROUP + "( NOT VALID)?",
            "ALTER DOMAIN " + NAME + " VALIDATE CONSTRAINT @",
            "CREATE TYPE " + NAME + " AS (RANGE )?(" + GROUP + "|\\(\\))",
            "ALTER TYPE " + NAME + " ADD ATTRIBUTE @ [^,;]+",
            "CREATE TYPE " + NAME + " AS ENUM (" + GROUP + "|\\(\\))",
            "ALTER TYPE " + NAME + " ADD VALUE 's'( (BEFORE|AFTER) 's')?",
            "CREATE VIEW " + NAME + "( " + GROUP + ")?( WITH " + GROUP + ")? AS " + QUERY
                    + "( WITH (LOCAL|CASCADED) CHECK OPTION)?",
            // No comma: of a column that has no default.
            "ALTER VIEW " + NAME + " ALTER COLUMN @ SET DEFAULT [^,;]+",
            "CREATE MATERIALIZED VIEW( IF NOT EXISTS)? " + NAME + "( " + GROUP + ")?( USING @)?( WITH " + GROUP
                    + ")?( TABLESPACE @)? AS " + QUERY,
            "CREATE RULE @ AS ON (INSERT|UPDATE|DELETE) TO " + NAME + "( WHERE " + GROUP
                    + ")? DO (ALSO|INSTEAD) (NOTHING|" + GROUP
                    + ")",
            "CREATE( UNLOGGED)? TABLE( IF NOT EXISTS)? " + NAME + "( PARTITION OF " + NAME + ")?( " + GROUP
                    + "| \\(\\))?( FOR VALUES (FROM " + GROUP + " TO " + GROUP + "|IN " + GROUP + "|WITH " + GROUP
                    + ")| DEFAULT)?( INHERITS " + GROUP + ")?( PARTITION BY (RANGE|LIST|HASH) " + GROUP
                    + ")?( USING (\\w+|@))?( WITH " + GROUP + ")?( TABLESPACE @)?",
            // Of a table, or a column, that the same step creates.
            "ALTER TABLE " + NAME + " CLUSTER ON @",
            "ALTER TABLE " + NAME + " REPLICA IDENTITY (FULL|NOTHING|USING INDEX @)",
            "ALTER TABLE " + NAME + " ALTER COLUMN @ SET (STORAGE \\w+|" + GROUP + ")",
            "ALTER TABLE ONLY " + NAME + " ALTER COLUMN @ SET STATISTICS 0",
            "CREATE( UNIQUE)? INDEX( CONCURRENTLY| IF NOT EXISTS)? @ ON( ONLY)? " + NAME + "( USING (\\w+|@))? " + GROUP
                    + "( INCLUDE " + GROUP + ")?( NULLS NOT DISTINCT)?( WITH " + GROUP + ")?( WHERE " + GROUP + ")?",
            "CREATE( CONSTRAINT)? TRIGGER @ (BEFORE|AFTER|INSTEAD OF) " + EVENT + "( OR " + EVENT + ")* ON " + NAME
                    + "( FROM " + NAME + ")?( DEFERRABLE( INITIALLY DEFERRED)?)?"
                    + "( REFERENCING( OLD TABLE AS @)?( NEW TABLE AS @)?)? FOR EACH (ROW|STATEMENT)( WHEN " + GROUP
                    + ")? EXECUTE FUNCTION " + NAME + " (\\(\\)|" + GROUP + ")",
            // No comma: behind one another action of ALTER TABLE could follow.
            "ALTER TABLE " + NAME + " ADD COLUMN( IF NOT EXISTS)? @ [^,;]+",
            "ALTER TABLE " + NAME + " ADD CONSTRAINT @ " + CONSTRAINT + "( NOT VALID)?",
            "ALTER TABLE " + NAME + " VALIDATE CONSTRAINT @",
            "REINDEX INDEX CONCURRENTLY " + NAME,
            "ALTER INDEX " + NAME + " ATTACH PARTITION " + NAME,
            "CREATE OPERATOR @ \\. (\\S )+" + GROUP,
            "CREATE CAST " + GROUP + " (WITH FUNCTION " + NAME + " (" + GROUP
                    + "|\\(\\))|WITHOUT FUNCTION|WITH INOUT)( AS (ASSIGNMENT|IMPLICIT))?",
            // A flag that is set and never taken back, with its guard: see docs/adr.
            "ALTER TABLE " + NAME + " (ENABLE|FORCE) ROW LEVEL SECURITY",
            "CREATE POLICY @ ON " + NAME
                    + "( AS RESTRICTIVE)?( FOR (SELECT|INSERT|UPDATE|DELETE))?( TO @( , @)*)?( USING " + GROUP
                    + ")?( WITH CHECK " + GROUP + ")?",
            "GRANT [A-Z]+( " + GROUP + ")?( , [A-Z]+( " + GROUP + ")?)* ON ((TABLE|SEQUENCE|TYPE|DOMAIN) " + NAME
                    + "|SCHEMA @|(FUNCTION|PROCEDURE) "
                    + NAME + " (" + GROUP + "|\\(\\))) TO (PUBLIC|@( , @)*)( WITH GRANT OPTION)?",
            "ALTER DEFAULT PRIVILEGES( FOR ROLE @)? IN SCHEMA @ GRANT [A-Z]+( , [A-Z]+)* ON (TABLES|SEQUENCES|FUNCTIONS|TYPES)"
                    + " TO (PUBLIC|@( , @)*)( WITH GRANT OPTION)?",
            "COMMENT ON ((TABLE|VIEW|MATERIALIZED VIEW|INDEX|SEQUENCE|TYPE|DOMAIN|COLLATION|STATISTICS|TEXT SEARCH (DICTIONARY|CONFIGURATION)) "
                    + NAME
                    + "|OPERATOR @ \\. (\\S )+" + GROUP
                    + "|CAST " + GROUP + "|(SCHEMA|EXTENSION) @|COLUMN " + NAME
                    + " \\. @|(CONSTRAINT|TRIGGER|RULE|POLICY) @ ON (DOMAIN )?"
                    + NAME + "|(FUNCTION|PROCEDURE) " + NAME + " (" + GROUP + "|\\(\\))) IS 's'",
            "SET CLIENT_ENCODING = 's'",
            "SET STANDARD_CONFORMING_STRINGS = ON",
            "SET SEARCH_PATH = PG_CATALOG( , @)*( , PG_TEMP)?").map(Pattern::compile).toList();

    private static final Pattern GUARD =
            Pattern.compile("BEGIN IF NOT EXISTS \\(\\.\\.\\.\\) THEN (.*) ; END IF ; END");

    /** Words that change or remove something, wherever they stand outside of names, strings and bodies. */
    private static final Set<String> FORBIDDEN = Set.of("DROP", "RENAME", "REPLACE", "OWNER", "DISABLE", "DETACH");

    private StatementAllowList() {}

    /** The statements of a script that have none of the allowed forms. */
    public static List<String> violations(String script) {
        return statements(SqlBodies.collapsed(SqlToken.of(script))).stream().filter(statement -> !allows(statement))
                .map(StatementAllowList::text).toList();
    }

    /** Whether one statement, without a semicolon behind it, has one of the allowed forms. */
    public static boolean allows(String statement) {
        return allows(SqlBodies.collapsed(SqlToken.of(statement)));
    }

    private static boolean allows(List<SqlToken> statement) {
        boolean isRule = statement.size() > 1 && statement.get(0).text().equals("CREATE")
                && statement.get(1).text().equals("RULE");
        if ((isRule ? withoutInnerSemicolons(statement) : statement).stream()
                .anyMatch(StatementAllowList::isForbidden)) {
            return false;
        }
        if (statement.size() == 2 && statement.get(0).text().equals("DO")
                && statement.get(1).kind() == Kind.DOLLAR_STRING) {
            return allowsGuarded(SqlBodies.collapsed(SqlToken.of(statement.get(1).dollarContent())));
        }
        String shape = shape(statement);
        return FORMS.stream().anyMatch(form -> form.matcher(shape).matches());
    }

    /** The commands of a rule stand in parentheses, a semicolon between two. */
    private static List<SqlToken> withoutInnerSemicolons(List<SqlToken> statement) {
        List<SqlToken> tokens = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : statement) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (!token.is(";") || depth == 0) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static boolean isForbidden(SqlToken token) {
        return token.is(";") || token.kind() == Kind.WORD && FORBIDDEN.contains(token.text());
    }

    /** A guard around statements, or a block that runs exactly one; each has to be allowed itself. */
    private static boolean allowsGuarded(List<SqlToken> block) {
        if (shape(block).equals("BEGIN EXECUTE $body$ ; END")) {
            return allows(block.get(2).dollarContent());
        }
        if (!GUARD.matcher(shape(block)).matches()) {
            return false;
        }
        int then = block.stream().map(SqlToken::text).toList().indexOf("THEN");
        List<SqlToken> guarded = block.subList(then + 1, block.size() - 5);
        boolean isExecuted = guarded.size() == 2 && guarded.get(0).text().equals("EXECUTE")
                && guarded.get(1).kind() == Kind.DOLLAR_STRING;
        return isExecuted
                ? allows(guarded.get(1).dollarContent())
                : allows(guarded) || statements(guarded).stream().allMatch(StatementAllowList::allows);
    }

    private static List<List<SqlToken>> statements(List<SqlToken> tokens) {
        List<List<SqlToken>> statements = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is(";") && depth == 0) {
                statements.add(new ArrayList<>());
            } else {
                statements.get(statements.size() - 1).add(token);
            }
        }
        statements.removeIf(List::isEmpty);
        return statements;
    }

    /** Words, {@code @} for a quoted name, {@code (...)} for whatever stands in parentheses. */
    private static String shape(List<SqlToken> statement) {
        List<String> shape = new ArrayList<>();
        int depth = 0;
        boolean empty = true;
        for (SqlToken token : statement) {
            depth -= token.is(")") ? 1 : 0;
            if (depth == 0) {
                shape.add(token.is(")") ? (empty ? "()" : "(...)") : token.is("(") ? "" : shape(token));
            }
            empty = token.is("(") && depth == 0;
            depth += token.is("(") ? 1 : 0;
        }
        shape.removeIf(String::isEmpty);
        return depth == 0 ? String.join(" ", shape) : "unbalanced";
    }

    private static String shape(SqlToken token) {
        return switch (token.kind()) {
            case WORD, SYMBOL -> token.text();
            case QUOTED_NAME -> "@";
            case STRING -> "'s'";
            case DOLLAR_STRING -> "$body$";
            case NUMBER -> "0";
        };
    }

    private static String text(List<SqlToken> statement) {
        return String.join(" ", statement.stream().map(SqlToken::text).toList());
    }
}
