package org.aludel.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A view, or a materialized view.
 *
 * @param definition its query as the server spells it, without a semicolon
 * @param columns in order, with types, comments and the defaults that inserts through the view take
 * @param options such as {@code security_barrier} and {@code check_option}; the storage parameters
 *     of a materialized view, those of its TOAST table as {@code toast.x}
 * @param storage what only a materialized view has; null for a plain view
 */
public record View(
    QualifiedName name,
    String definition,
    List<Column> columns,
    Map<String, String> options,
    @Nullable Storage storage,
    @Nullable String comment)
    implements SchemaObject {
  public View {
    columns = List.copyOf(columns);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * The table behind a materialized view.
   *
   * @param populated false for {@code WITH NO DATA}
   * @param accessMethod or null for the server's default
   * @param clusterIndex the index that CLUSTER remembers, or null
   */
  public record Storage(
      boolean populated,
      @Nullable String accessMethod,
      List<Index> indexes,
      @Nullable String clusterIndex) {
    public Storage {
      indexes = List.copyOf(indexes);
    }
  }

  public boolean isMaterialized() {
    return storage != null;
  }

  @Override
  public ObjectReference reference() {
    return ObjectReference.of(
        isMaterialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, name);
  }

  /** The indexes of a materialized view; none for a plain one. */
  public List<Index> indexes() {
    return storage == null ? List.of() : storage.indexes();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitView(this);
  }
}
