package dev.plinth.model.sql;

/**
 * The shapes a PostGIS column can be restricted to, spelled as PostGIS prints them.
 *
 * @see <a href="https://postgis.net/docs/using_postgis_dbmanagement.html">PostGIS, Data Management</a>
 */
public enum GeometryShape {
    GEOMETRY("Geometry"),
    POINT("Point"),
    LINESTRING("LineString"),
    POLYGON("Polygon"),
    MULTIPOINT(
            "MultiPoint"),
    MULTILINESTRING(
            "MultiLineString"),
    MULTIPOLYGON("MultiPolygon"),
    GEOMETRYCOLLECTION("GeometryCollection");

    private final String spelling;

    GeometryShape(String spelling) {
        this.spelling = spelling;
    }

    /** As PostGIS prints it. */
    public String spelling() {
        return spelling;
    }
}
