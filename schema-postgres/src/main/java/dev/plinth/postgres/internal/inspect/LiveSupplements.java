package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveAccess;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.Target.Kind;
import dev.plinth.model.sql.Targets;
import dev.plinth.naming.SupplementNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said of the objects of a model. What is said of others, which it does not have, is named. */
final class LiveSupplements {

    private final Set<Target> known = new HashSet<>();

    /** Their columns have the names that their queries give them. */
    private final Set<QualifiedName> views = new HashSet<>();
    private final List<Supplement> objects = new ArrayList<>();
    private final Set<Unmodelled> unmodelled = new LinkedHashSet<>();

    LiveSupplements(LiveModel model, LiveAccess access) {
        model.tables().forEach(table -> Targets.of(table).forEach(known::add));
        for (DatabaseObject object : model.objects()) {
            Targets.of(object).forEach(known::add);
            if (object instanceof NamedQuery view) {
                views.add(view.name());
            }
        }
        model.comments().forEach(comment -> take(comment, "COMMENT"));
        LiveGrants.of(access.privileges()).forEach(grant -> take(grant, "privileges"));
        access.privileges().stream()
                .filter(one -> !one.name().isEmpty() && LiveGrants.named(one.name()).isEmpty())
                .forEach(one -> unmodelled.add(new Unmodelled(SupplementNames.of(one.target()), one.name())));
        objects.addAll(LiveGrants.ofDefaults(access.defaults()));
    }

    private void take(Supplement said, String fact) {
        if (isKnown(said.target())) {
            objects.add(said);
            return;
        }
        unmodelled.add(new Unmodelled(SupplementNames.of(said.target()), fact));
    }

    private boolean isKnown(Target target) {
        return target.kind() == Kind.NAMESPACE
                || known.contains(target)
                || target.kind() == Kind.COLUMN && views.contains(target.name());
    }

    List<Supplement> objects() {
        return objects;
    }

    /** Each once. */
    Set<Unmodelled> unmodelled() {
        return unmodelled;
    }
}
