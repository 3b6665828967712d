package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aludel.instrument.AnnotationValues;
import org.aludel.schema.Column;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Builds the indexes of one table. */
final class IndexAssembler {
  private final Faults faults;
  private final ConstraintNames names;
  private final List<String> columns;

  IndexAssembler(Faults faults, ConstraintNames names, List<String> columns) {
    this.faults = faults;
    this.names = names;
    this.columns = columns;
  }

  List<Index> assemble(TableDraft content) {
    EntityDraft draft = content.draft();
    List<Index> indexes = new ArrayList<>();
    content
        .classes()
        .forEach(
            model ->
                model
                    .annotations()
                    .findAll(Words.INDEX_DEF)
                    .forEach(one -> add(indexes, defined(place(draft), one, List.of()))));
    draft
        .model()
        .annotations()
        .find(Words.TABLE)
        .map(table -> table.nestedList("indexes"))
        .orElse(List.of())
        .forEach(one -> add(indexes, listed(place(draft), one)));
    for (EntityDraft.Draft attribute : content.attributes()) {
      List<String> own = columnsOf(attribute, content.joins());
      attribute
          .field()
          .annotations()
          .findAll(Words.INDEX_DEF)
          .forEach(one -> add(indexes, defined(attribute.place(), one, own)));
    }
    return indexes;
  }

  private static String place(EntityDraft draft) {
    return Faults.place(draft.type(), null);
  }

  private static void add(List<Index> indexes, @Nullable Index index) {
    if (index != null) {
      indexes.add(index);
    }
  }

  private static List<String> columnsOf(
      EntityDraft.Draft attribute, List<JoinResolver.Resolved> joins) {
    if (attribute instanceof EntityDraft.Basic basic) {
      return List.of(basic.column().name());
    }
    return joins.stream()
        .filter(join -> join.reference() == attribute)
        .flatMap(join -> join.local().stream())
        .map(Column::name)
        .toList();
  }

  /** An index of {@code @Table(indexes)}: names with ASC or DESC, separated by commas. */
  private @Nullable Index listed(String place, AnnotationValues said) {
    List<IndexElement> elements = new ArrayList<>();
    for (String term : said.text("columnList", "").split(",")) {
      String[] words = term.strip().split("\\s+");
      String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
      String name = Delimited.exact(words[0]);
      if (!known(place, name, columns)) {
        return null;
      }
      if (words.length > 2 || !List.of("ASC", "DESC").contains(direction)) {
        faults.add(place, MappingRules.fault("index-term", place, term.strip()));
        return null;
      }
      boolean descending = direction.equals("DESC");
      elements.add(new IndexElement(name, null, null, null, descending, descending));
    }
    Index plain =
        Index.of(
            names.index(said.textOrNull("name"), parts(elements)),
            said.flag("unique", false),
            List.of());
    return withElements(plain, elements, List.of(), null);
  }

  private @Nullable Index defined(String place, AnnotationValues said, List<String> own) {
    List<AnnotationValues> keys = said.nestedList("keys");
    List<String> given = said.texts("columns");
    List<String> plain = given.isEmpty() && keys.isEmpty() ? own : given;
    if (plain.isEmpty() == keys.isEmpty()) {
      String found = keys.isEmpty() ? "no keys" : "columns and keys";
      faults.add(place, MappingRules.fault("index-keys", place, found));
      return null;
    }
    List<IndexElement> elements = new ArrayList<>();
    plain.forEach(name -> elements.add(IndexElement.column(name)));
    keys.forEach(key -> elements.add(key(place, key)));
    List<String> include = said.texts("include");
    boolean known =
        elements.stream()
            .map(IndexElement::column)
            .allMatch(name -> name == null || known(place, name, columns));
    if (!known || !include.stream().allMatch(name -> known(place, name, columns))) {
      return null;
    }
    return new Index(
        names.index(said.textOrNull("name"), parts(elements)),
        said.flag("unique", false),
        said.text("using", "btree").toLowerCase(Locale.ROOT),
        elements,
        include,
        said.textOrNull("where"),
        said.flag("nullsNotDistinct", false),
        storage(place, said.texts("with")),
        said.textOrNull("comment"),
        true);
  }

  private static Index withElements(
      Index index, List<IndexElement> elements, List<String> include, @Nullable String where) {
    return new Index(
        index.name(),
        index.unique(),
        index.method(),
        elements,
        include,
        where,
        false,
        index.storage(),
        null,
        true);
  }

  private IndexElement key(String place, AnnotationValues key) {
    String column = key.textOrNull("column");
    String expression = key.textOrNull("expression");
    if ((column == null) == (expression == null)) {
      faults.add(
          place,
          Faults.invalid(place)
              .found("@IndexDef.Key with " + (column == null ? "neither" : "both") + " members")
              .expected("exactly one of column and expression"));
    }
    boolean descending = key.flag("descending", false);
    String nulls = key.text("nulls", "BY_DIRECTION");
    return new IndexElement(
        column,
        column == null ? expression : null,
        key.textOrNull("collation"),
        key.textOrNull("opclass"),
        descending,
        nulls.equals("BY_DIRECTION") ? descending : nulls.equals("FIRST"));
  }

  private boolean known(String place, String name, List<String> all) {
    if (all.contains(name)) {
      return true;
    }
    String near = Suggestion.phrase(name, all);
    faults.add(
        place, MappingRules.fault("index-column", place, name, near, String.join(", ", all)));
    return false;
  }

  private SortedMap<String, String> storage(String place, List<String> parameters) {
    SortedMap<String, String> storage = new TreeMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        faults.add(
            place,
            Faults.invalid(place)
                .found("the storage parameter \"" + parameter + "\"")
                .expected("name=value, such as fillfactor=70"));
      } else {
        storage.put(
            parameter.substring(0, equals).strip(), parameter.substring(equals + 1).strip());
      }
    }
    return storage;
  }

  private static List<String> parts(List<IndexElement> elements) {
    return elements.stream()
        .map(
            element ->
                element.column() == null ? String.valueOf(element.expression()) : element.column())
        .toList();
  }
}
