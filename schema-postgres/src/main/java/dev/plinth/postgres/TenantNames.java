package dev.plinth.postgres;

import dev.plinth.model.Schema;
import dev.plinth.naming.Identifiers;
import dev.plinth.rule.InvalidSchemaException;
import dev.plinth.rule.Problem;
import dev.plinth.rule.SchemaRules;
import dev.plinth.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether names can be those of tenants, and a schema that of many. */
final class TenantNames {

    private TenantNames() {}

    static void check(Schema schema, Collection<String> namespaces) {
        List<Problem> problems = SchemaRules.checkForTenants(schema);
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new InvalidSchemaException(schema.name(), problems);
        }
        Set<String> shared = new HashSet<>();
        Schema others = schema.outsideDefaultNamespace();
        others.tables().forEach(table -> shared.add(table.name().namespace()));
        others.objects().forEach(object -> shared.add(object.name().namespace()));
        Set<String> seen = new HashSet<>();
        for (String namespace : namespaces) {
            check(namespace);
            refuse(shared.contains(namespace), namespace, "the schema declares it itself, as shared by all tenants");
            refuse(!seen.add(namespace), namespace, "it is given twice");
        }
    }

    /** What was left aside, and what the rules warn of. */
    static List<String> notes(Schema schema, boolean hasNamespaces) {
        List<String> notes = new ArrayList<>();
        if (schema.hasDynamoPart()) {
            notes.add("the DynamoDB tables of the schema are left out");
        }
        if (hasNamespaces) {
            SchemaRules.checkForTenants(schema).forEach(problem -> notes.add(problem.sentence()));
        }
        return notes;
    }

    private static void check(String namespace) {
        int bytes = Identifiers.length(namespace);
        refuse(bytes == 0, namespace, "the name is empty");
        refuse(bytes > Identifiers.MAX_BYTES, namespace,
                "the name has " + bytes + " bytes, and PostgreSQL keeps " + Identifiers.MAX_BYTES);
        refuse(namespace.indexOf('\0') >= 0, namespace.replace('\0', '?'), "the name contains NUL");
        refuse(namespace.startsWith("pg_") || namespace.equals("information_schema"), namespace,
                "PostgreSQL keeps such names for itself");
    }

    private static void refuse(boolean condition, String namespace, String why) {
        if (condition) {
            throw new IllegalArgumentException(
                    "namespace \"" + namespace + "\": " + why + "; give each tenant a namespace of its own");
        }
    }
}
