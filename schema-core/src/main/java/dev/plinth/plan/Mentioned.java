package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of an expression speaks of, as far as names tell. What is outside {@code pg_catalog} has to be written
 * with its namespace, so a function, type or sequence is found by {@code namespace.name}, inside strings too:
 * {@code nextval('public.numbers')}, and an operator by {@code OPERATOR(namespace.symbol)}. A name that nothing else has does no harm.
 */
final class Mentioned {

    private static final String NAME = "(?:\"((?:[^\"]|\"\")++)\"|([\\p{L}_][\\p{L}\\p{N}_$]*))";
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w$\".])" + NAME + "\\s*\\.\\s*" + NAME);
    private static final Pattern OPERATOR = Pattern.compile(
            "(?i)(?<![\\w$\".])operator\\s*\\(\\s*" + NAME + "\\s*\\.\\s*([-+*/<>=~!@#%^&|`?]++)\\s*\\)");

    private Mentioned() {}

    /** The columns whose names occur. */
    static List<String> columns(@Nullable Expression expression, Iterable<String> columnsOfTable) {
        return switch (expression) {
            case null -> List.of();
            case Expression.OneOf oneOf -> List.of(oneOf.column());
            case Expression.Sql sql -> namesIn(sql.text(), columnsOfTable);
            case Expression.NextValue ignored -> List.of();
            case Expression.StringLiteral ignored -> List.of();
            case Expression.NumberLiteral ignored -> List.of();
            case Expression.BooleanLiteral ignored -> List.of();
        };
    }

    /** The objects whose qualified names occur, in every catalog that could have them. */
    static List<Need> objects(@Nullable Expression expression) {
        if (expression instanceof Expression.NextValue next) {
            return List.of(new Need.OfObject(ObjectName.ofTable(next.sequence())));
        }
        return expression instanceof Expression.Sql sql && sql.text().indexOf('.') > 0
                ? objectsIn(sql.text())
                : List.of();
    }

    private static List<Need> objectsIn(String text) {
        List<Need> needs = new ArrayList<>();
        Matcher matcher = QUALIFIED.matcher(text);
        while (matcher.find()) {
            QualifiedName name = new QualifiedName(
                    folded(matcher.group(1), matcher.group(2)), folded(matcher.group(3), matcher.group(4)));
            for (ObjectName.Catalog catalog : ObjectName.Catalog.values()) {
                needs.add(
                        catalog == ObjectName.Catalog.ROUTINE
                                ? new Need.OfRoutine(name)
                                : new Need.OfObject(new ObjectName(catalog, name)));
            }
            needs.add(new Need.OfCast(name));
        }
        addOperators(text, needs);
        return needs;
    }

    private static void addOperators(String text, List<Need> needs) {
        Matcher matcher = OPERATOR.matcher(text);
        while (matcher.find()) {
            String namespace = folded(matcher.group(1), matcher.group(2));
            needs.add(new Need.OfOperator(new QualifiedName(namespace, matcher.group(3))));
        }
    }

    private static String folded(@Nullable String quoted, @Nullable String plain) {
        return quoted != null ? quoted.replace("\"\"", "\"") : String.valueOf(plain).toLowerCase(Locale.ROOT);
    }

    private static List<String> namesIn(String text, Iterable<String> columnsOfTable) {
        List<String> names = new ArrayList<>();
        for (String column : columnsOfTable) {
            if (Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])").matcher(text).find()) {
                names.add(column);
            }
        }
        return names;
    }
}
