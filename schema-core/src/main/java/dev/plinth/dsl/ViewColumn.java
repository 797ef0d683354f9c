package dev.plinth.dsl;

/** A column of a materialized view, for its indexes. It comes from the query: only the name is known. */
public final class ViewColumn implements IndexedKey {

    private final TableDraft view;
    private final String name;

    ViewColumn(TableDraft view, String name) {
        this.view = view;
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }

    boolean belongsTo(TableDraft draft) {
        return view == draft;
    }

    String owner() {
        return view.name().name();
    }
}
