package org.aludel.compile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Bind;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** SQL text while it grows, with its bind parameters. Not thread-safe. */
public final class SqlText {
  private StringBuilder text = new StringBuilder();
  private List<CompiledStatement.Slot> slots = new ArrayList<>();
  private List<CompiledStatement.Qualifier> qualifiers = new ArrayList<>();
  private final Structure structure;
  private final String dialect;
  private final TypeResolver types;
  private boolean dependsOnValues;
  private CompiledStatement.@Nullable Requirement requirement;
  private final List<String> products = new ArrayList<>();

  /**
   * Empty text.
   *
   * @param dialect its lower-case name
   * @param types what types mean in this database
   */
  SqlText(Structure structure, String dialect, TypeResolver types) {
    this.structure = structure;
    this.dialect = dialect;
    this.types = types;
  }

  /** The lower-case name of the database. */
  public String dialect() {
    return dialect;
  }

  /** Says that the text is another for other values of the same structure. */
  public void dependsOnValues() {
    dependsOnValues = true;
  }

  /** Says that what is written next needs a server of a major version, or a later one. */
  public SqlText since(int majorVersion, String what) {
    CompiledStatement.Requirement before = requirement;
    if (before == null || before.majorVersion() < majorVersion) {
      requirement = new CompiledStatement.Requirement(what, majorVersion);
    }
    return this;
  }

  /** Notes sources that nothing connects; empty where all are. */
  SqlText product(String description) {
    if (!description.isEmpty()) {
      products.add(description);
    }
    return this;
  }

  /** The type that is meant in this database. */
  public <J> SqlType<J> resolved(SqlType<J> type) {
    return types.resolve(type);
  }

  /** Appends what a template has round its question mark; the part itself where there is none. */
  public SqlText around(@Nullable String template, Runnable part) {
    if (template == null) {
      part.run();
      return this;
    }
    List<String> pieces = FragmentSplitter.around(template);
    add(pieces.get(0));
    part.run();
    return add(pieces.get(1));
  }

  /** Appends text as it is. */
  public SqlText add(String part) {
    text.append(part);
    return this;
  }

  /** Appends the schema of a name with its dot, where it has one, and notes the place. */
  SqlText schema(@Nullable String schema, IdentifierQuoter quoter) {
    int start = text.length();
    if (schema != null) {
      text.append(quoter.quote(schema)).append('.');
    }
    qualifiers.add(new CompiledStatement.Qualifier(start, text.length(), schema));
    return this;
  }

  /** Appends a question mark for a bind. */
  public SqlText bind(Bind<?> bind) {
    return slot(bind, -1, bind.type());
  }

  private SqlText slot(Bind<?> bind, int element, SqlType<?> declared) {
    SqlType<?> type = resolved(declared);
    slots.add(new CompiledStatement.Slot(structure.ordinal(bind), element, type));
    return around(type.rules().bindSql(), () -> text.append('?'));
  }

  /** Appends a question mark for one element of the list that a bind holds. */
  public SqlText bindElement(Bind<?> bind, int element, SqlType<?> type) {
    dependsOnValues = true;
    return slot(bind, element, type);
  }

  /** Counts a bind whose question mark stands in text that was added as it is. */
  SqlText slot(Bind<?> bind) {
    slots.add(new CompiledStatement.Slot(structure.ordinal(bind), -1, resolved(bind.type())));
    return this;
  }

  /** Appends parts with a separator between them. */
  public <T> SqlText list(Iterable<? extends T> parts, String separator, Consumer<T> writer) {
    Iterator<? extends T> rest = parts.iterator();
    while (rest.hasNext()) {
      writer.accept(rest.next());
      if (rest.hasNext()) {
        text.append(separator);
      }
    }
    return this;
  }

  /** Text that was written apart, with its bind parameters and the places of its schemas. */
  record Part(
      String text,
      List<CompiledStatement.Slot> slots,
      List<CompiledStatement.Qualifier> qualifiers) {}

  /** Writes apart from the text so far, to be appended later. */
  Part apart(Runnable body) {
    StringBuilder textBefore = text;
    List<CompiledStatement.Slot> slotsBefore = slots;
    List<CompiledStatement.Qualifier> qualifiersBefore = qualifiers;
    text = new StringBuilder();
    slots = new ArrayList<>();
    qualifiers = new ArrayList<>();
    body.run();
    Part part = new Part(text.toString(), slots, qualifiers);
    text = textBefore;
    slots = slotsBefore;
    qualifiers = qualifiersBefore;
    return part;
  }

  /** Appends what was written apart. */
  SqlText add(Part part) {
    int shift = text.length();
    for (CompiledStatement.Qualifier one : part.qualifiers()) {
      qualifiers.add(
          new CompiledStatement.Qualifier(one.start() + shift, one.end() + shift, one.schema()));
    }
    text.append(part.text());
    slots.addAll(part.slots());
    return this;
  }

  CompiledStatement compiled(List<SqlType<?>> resultTypes) {
    List<SqlType<?>> results = resultTypes.stream().<SqlType<?>>map(this::resolved).toList();
    return new CompiledStatement(
        text.toString(), slots, results, dependsOnValues, requirement, products, qualifiers);
  }
}
