package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.ValidateDomainCheck;
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
import dev.plinth.model.sql.UserType;
import dev.plinth.model.sql.View;
import java.util.List;
import org.jooq.QueryPart;

/** What is no table: the renderer of each kind. */
final class ObjectRenderer {

    private final TypeDefinitionRenderer types;
    private final SequenceRenderer sequences = new SequenceRenderer();
    private final FunctionRenderer functions;
    private final AggregateRenderer aggregates;
    private final OperatorRenderer operators;
    private final SupplementRenderer supplements;
    private final TextSearchRenderer textSearch;
    private final ViewRenderer views = new ViewRenderer();

    ObjectRenderer(TypeRenderer types, KeyRenderer keys) {
        this.types = new TypeDefinitionRenderer(types);
        this.functions = new FunctionRenderer(types);
        this.aggregates = new AggregateRenderer(types, keys);
        this.operators = new OperatorRenderer(types);
        this.textSearch = new TextSearchRenderer(keys);
        this.supplements = new SupplementRenderer(types);
    }

    /** One statement, unless an object is made in several. */
    List<QueryPart> create(DatabaseObject object, RenderMode mode) {
        return switch (object) {
            case Sequence sequence -> List.of(sequences.create(sequence, mode));
            case EnumType type -> List.of(types.create(type));
            case DomainType domain -> List.of(types.create(domain));
            case CompositeType type -> List.of(types.create(type));
            case RangeType range -> List.of(types.create(range));
            case Collation collation -> List.of(types.create(collation, mode));
            case UserOperator operator -> List.of(operators.create(operator));
            case Cast cast -> List.of(operators.create(cast));
            case Statistics statistics -> List.of(StatisticsRenderer.create(statistics, mode));
            case TextSearchDictionary dictionary -> List.of(textSearch.create(dictionary));
            case TextSearchConfiguration configuration -> textSearch.create(configuration);
            case Supplement said -> List.of(supplements.create(said));
            case Function function -> List.of(functions.create(function));
            case Aggregate aggregate -> List.of(aggregates.create(aggregate));
            case View view -> List.of(views.create(view));
            case MaterializedView view -> List.of(views.create(view, mode));
        };
    }

    QueryPart add(OnType added) {
        return switch (added) {
            case AddLabel label -> types.add(label);
            case AddAttribute attribute -> types.add(attribute);
            case AddDomainCheck check -> types.add(check);
            case ValidateDomainCheck validated -> types.validate(validated);
        };
    }

    /** The query that finds the object by its name; empty where the statement itself can be repeated. */
    String probe(DatabaseObject object) {
        return switch (object) {
            case Sequence ignored -> "";
            case UserType type -> TypeDefinitionRenderer.probe(type.name());
            case Collation ignored -> "";
            case Statistics ignored -> "";
            case Function function -> functions.probe(function.name(), function.inputTypes());
            case Aggregate aggregate -> functions.probe(aggregate.name(), aggregate.inputTypes());
            case UserOperator operator -> operators.probe(operator);
            case Cast cast -> operators.probe(cast);
            case TextSearchDictionary dictionary -> TextSearchRenderer.probe(dictionary);
            // Its statements are guarded together.
            case TextSearchConfiguration ignored -> "";
            case Supplement said -> supplements.probe(said);
            case View view -> ViewRenderer.probe(view.name());
            case MaterializedView ignored -> "";
        };
    }
}
