package dev.plinth.plan;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.TextSearchName;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before a dictionary and a configuration of text search. */
final class TextSearchNeeds {

    private TextSearchNeeds() {}

    /** An option may name another dictionary, as that of a thesaurus does. */
    static List<Need> of(TextSearchDictionary dictionary) {
        List<Need> needs = new ArrayList<>(ofExtension(dictionary.template()));
        dictionary.options().values().forEach(value -> needs.addAll(Mentioned.objects(new Expression.Sql(value))));
        return needs;
    }

    static List<Need> of(TextSearchConfiguration configuration) {
        List<Need> needs = new ArrayList<>();
        configuration.names().forEach(name -> needs.addAll(ofExtension(name)));
        configuration.dictionaries()
                .flatMap(TextSearchName::inNamespace)
                .map(it -> new ObjectName(ObjectName.Catalog.TEXT_SEARCH_DICTIONARY, it))
                .forEach(it -> needs.add(new Need.OfObject(it)));
        return needs;
    }

    private static List<Need> ofExtension(TextSearchName name) {
        return Source.extension(name.source()).<Need>map(Need.OfExtension::new).toList();
    }
}
