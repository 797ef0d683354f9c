package dev.plinth.plan;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import java.util.ArrayList;
import java.util.List;

/** What has to exist before something is said of it. */
final class SupplementNeeds {

    private SupplementNeeds() {}

    static List<Need> of(Supplement said) {
        List<Need> needs = new ArrayList<>(ofTarget(said.target()));
        if (said instanceof Grant grant) {
            QualifiedName name = grant.target().name();
            grant.columns().forEach(column -> needs.add(new Need.OfColumn(name, column)));
            needs.add(new Need.OfRowSecurity(name));
        }
        return needs;
    }

    /** The object, and the part of it. */
    private static List<Need> ofTarget(Target target) {
        QualifiedName name = target.name();
        return switch (target.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> List.of(Need.ofTable(name));
            case COLUMN ->
                List.of(Need.ofTable(name), Need.ofType(name), new Need.OfColumn(name, target.part()));
            case CONSTRAINT, TRIGGER, RULE, POLICY, INDEX -> List.of(Need.ofTable(name), new Need.OfPart(target));
            case FUNCTION, PROCEDURE ->
                List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.ROUTINE, name, target.arguments())));
            case TYPE, DOMAIN -> List.of(Need.ofType(name));
            case DOMAIN_CONSTRAINT -> List.of(Need.ofType(name), new Need.OfPart(target));
            case COLLATION -> Needs.ofCollation(name);
            case OPERATOR ->
                List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.OPERATOR, name, target.arguments())));
            case CAST -> List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.CAST, name, target.arguments())));
            case STATISTICS -> List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.STATISTICS, name)));
            case TEXT_SEARCH_DICTIONARY ->
                List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.TEXT_SEARCH_DICTIONARY, name)));
            case TEXT_SEARCH_CONFIGURATION ->
                List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.TEXT_SEARCH_CONFIGURATION, name)));
            case NAMESPACE -> List.of();
        };
    }
}
