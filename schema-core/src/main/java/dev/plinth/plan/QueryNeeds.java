package dev.plinth.plan;

import dev.plinth.diff.Change.CreateRule;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Statistics;
import dev.plinth.naming.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a query speaks of, as far as names tell: whatever stands there with its namespace, and of those tables the columns
 * whose names occur. A name that nothing has does no harm.
 */
final class QueryNeeds {

    private QueryNeeds() {}

    static List<Need> of(NamedQuery view) {
        List<Need> needs = new ArrayList<>(ofText(view.query()));
        view.dependsOn().forEach(name -> needs.add(new Need.OfObject(name)));
        return needs;
    }

    /** Statistics need their table, its columns, and what their expressions name. */
    static List<Need> of(Statistics statistics) {
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(statistics.table())));
        statistics.columns().forEach(column -> needs.add(new Need.OfColumn(statistics.table(), column)));
        for (Expression expression : statistics.expressions()) {
            needs.addAll(Mentioned.objects(expression));
            SqlWords.names(expression instanceof Expression.Sql sql ? sql.text() : "")
                    .forEach(word -> needs.add(new Need.OfColumn(statistics.table(), word)));
        }
        return needs;
    }

    /** A rule needs its table, the columns of it that its condition names, and what its commands name. */
    static List<Need> of(CreateRule created) {
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(created.table())));
        needs.addAll(Mentioned.objects(created.rule().condition()));
        String text = text(created.rule());
        SqlWords.names(text).forEach(word -> needs.add(new Need.OfColumn(created.table(), word)));
        needs.addAll(ofText(text));
        return needs;
    }

    /** The condition of a rule and its commands. */
    static String text(RewriteRule rule) {
        String condition = rule.condition() instanceof Expression.Sql sql ? sql.text() : "";
        return condition + "; " + String.join("; ", rule.commands());
    }

    private static List<Need> ofText(String text) {
        List<Need> needs = new ArrayList<>(Mentioned.objects(new Expression.Sql(text)));
        Set<String> words = SqlWords.names(text);
        for (QualifiedName table : QualifiedText.of(text).names()) {
            words.forEach(word -> needs.add(new Need.OfColumn(table, word)));
        }
        return needs;
    }
}
