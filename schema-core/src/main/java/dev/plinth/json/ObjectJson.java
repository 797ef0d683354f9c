package dev.plinth.json;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.View;

/** What is no table. */
final class ObjectJson {

    private ObjectJson() {}

    static Fields write(DatabaseObject object) {
        return switch (object) {
            case Sequence sequence -> described(sequence(sequence), sequence);
            case Collation collation ->
                described(TypeDefinitionJson.write(collation, named("collation", collation)), collation);
            case DomainType domain -> described(TypeDefinitionJson.write(domain, named("domain", domain)), domain);
            case CompositeType type -> described(TypeDefinitionJson.write(type, named("composite", type)), type);
            case RangeType range -> described(TypeDefinitionJson.write(range, named("range", range)), range);
            case EnumType type -> described(named("enum", type).list("labels", type.labels()), type);
            case Aggregate aggregate ->
                described(named("aggregate", aggregate).all(AggregateJson.write(aggregate)), aggregate);
            case UserOperator operator ->
                described(OperatorJson.write(operator, named("operator", operator)), operator);
            case Cast cast -> described(OperatorJson.write(cast), cast);
            case Statistics statistics ->
                described(StatisticsJson.write(statistics, named("statistics", statistics)), statistics);
            case TextSearchDictionary dictionary ->
                described(TextSearchJson.write(dictionary, named("textSearchDictionary", dictionary)), dictionary);
            case TextSearchConfiguration it ->
                described(TextSearchJson.write(it, named("textSearchConfiguration", it)), it);
            case Supplement said -> SupplementJson.write(said);
            case View view -> ViewJson.write(view, named("view", view));
            case MaterializedView view -> ViewJson.write(view, named("materializedView", view));
            case Function function ->
                named(function.isProcedure() ? "procedure" : "function", function).all(FunctionJson.write(function));
        };
    }

    static DatabaseObject read(JsonObject object) {
        return switch (object.text("kind")) {
            case "function" -> FunctionJson.read(object, false);
            case "procedure" -> FunctionJson.read(object, true);
            case "aggregate" -> AggregateJson.read(object);
            case "sequence" -> sequence(object);
            case "collation" -> TypeDefinitionJson.collation(object);
            case "domain" -> TypeDefinitionJson.domain(object);
            case "composite" -> TypeDefinitionJson.composite(object);
            case "range" -> TypeDefinitionJson.range(object);
            case "operator" -> OperatorJson.operator(object);
            case "cast" -> OperatorJson.cast(object);
            case "statistics" -> StatisticsJson.read(object);
            case "textSearchDictionary" -> TextSearchJson.dictionary(object);
            case "textSearchConfiguration" -> TextSearchJson.configuration(object);
            case "comment" -> SupplementJson.comment(object);
            case "grant" -> SupplementJson.grant(object);
            case "defaultPrivileges" -> SupplementJson.defaultPrivileges(object);
            case "view" -> ViewJson.view(object);
            case "materializedView" -> ViewJson.materializedView(object);
            case "enum" -> new EnumType(name(object), object.texts("labels"), object.optionalText("description"));
            default -> throw object
                    .problem(
                            "\"kind\" must be one of function, procedure, aggregate, sequence, collation, domain, composite,"
                                    + " range, view, materializedView, enum, operator, cast, statistics,"
                                    + " textSearchDictionary, textSearchConfiguration, comment, grant, defaultPrivileges");
        };
    }

    private static Fields named(String kind, DatabaseObject object) {
        return Fields.kind(kind).all(NameJson.write(object.name(), "name"));
    }

    private static Fields sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return named("sequence", sequence)
                .all(GenerationJson.options(sequence.options()))
                .put(
                        "owner",
                        owner == null
                                ? null
                                : NameJson.write(owner.table(), "table").put("column", owner.column()));
    }

    private static Sequence sequence(JsonObject sequence) {
        return new Sequence(
                name(sequence),
                GenerationJson.options(sequence),
                sequence.optionalObject(
                        "owner", it -> new Sequence.Owner(NameJson.read(it, "table"), it.text("column")))
                        .orElse(null),
                sequence.optionalText("description"));
    }

    private static Fields described(Fields fields, DatabaseObject object) {
        return fields.put("description", object.description());
    }

    private static QualifiedName name(JsonObject object) {
        return NameJson.read(object, "name");
    }
}
