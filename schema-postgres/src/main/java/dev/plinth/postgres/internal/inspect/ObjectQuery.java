package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.DatabaseObject;
import java.util.List;

/** A query for one kind of object that is no table; not sent where the schema declares none. */
abstract class ObjectQuery implements CatalogQuery {

    /** The declared ones. */
    final Names names;

    ObjectQuery(Names names) {
        this.names = names;
    }

    @Override
    public boolean isWanted() {
        return !names.isEmpty();
    }

    /** The declared objects of the kind that exist, once all rows are read. */
    abstract List<? extends Live<? extends DatabaseObject>> objects();
}
