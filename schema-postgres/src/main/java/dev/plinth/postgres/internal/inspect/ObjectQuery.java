package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.DatabaseObject;
import java.util.List;

/** A query for one kind of object that is no table. */
interface ObjectQuery extends CatalogQuery {

    /** The declared objects of the kind that exist, once all rows are read. */
    List<? extends Live<? extends DatabaseObject>> objects();
}
