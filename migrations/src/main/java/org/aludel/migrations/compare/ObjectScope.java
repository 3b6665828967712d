package org.aludel.migrations.compare;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** What of two schemas is compared: both sides without what the options leave out. */
final class ObjectScope {
  private final CompareOptions options;

  ObjectScope(CompareOptions options) {
    this.options = options;
  }

  /** The model without what is left out, in the default schema's spelling. */
  MetaData model(MetaData model) {
    return trim(model, null);
  }

  /**
   * The database without what is left out, and without schemas that neither the options nor the
   * model name.
   */
  MetaData database(MetaData database, MetaData model) {
    if (options.schemas().isEmpty()) {
      return trim(database, null);
    }
    Set<String> schemas = new TreeSet<>(options.schemas());
    Stream.of(
            model.namespaces().stream().map(Namespace::name),
            model.tables().stream().map(each -> schemaOf(each.name())),
            model.sequences().stream().map(each -> schemaOf(each.name())),
            model.enums().stream().map(each -> schemaOf(each.name())),
            model.objects().stream().map(each -> schemaOf(each.reference().name())))
        .flatMap(each -> each)
        .forEach(schemas::add);
    return trim(database, schemas);
  }

  private String schemaOf(QualifiedName name) {
    return Objects.requireNonNullElse(name.schema(), options.defaultSchema());
  }

  private MetaData trim(MetaData side, @Nullable Set<String> schemas) {
    return Trim.of(side, new Admitted(side, schemas));
  }

  /** By the kind's own name, and for a part of a table as the table. */
  private boolean admits(ObjectReference object, MetaData side, @Nullable Set<String> schemas) {
    ObjectName name = ObjectName.of(object);
    if (options.exclusions().excludes(name, options.defaultSchema())) {
      return false;
    }
    return switch (object.kind()) {
      case SCHEMA ->
          (schemas == null || schemas.contains(object.name().name()))
              && !excluded(ObjectKind.SCHEMA, object.name());
      case TABLE, COLUMN, TRIGGER, RULE, POLICY ->
          admits(relation(object.name(), side), object.name(), schemas)
              && options.bookkeeping().stream().noneMatch(each -> same(each, object.name()));
      default -> admits(object.kind(), object.name(), schemas);
    };
  }

  private static ObjectKind relation(QualifiedName name, MetaData side) {
    return side.view(name).isPresent() ? ObjectKind.VIEW : ObjectKind.TABLE;
  }

  private boolean admits(Namespace namespace, @Nullable Set<String> schemas) {
    return (namespace.inEveryDatabase() || !namespace.name().equals(options.defaultSchema()))
        && (schemas == null || schemas.contains(namespace.name()))
        && !excluded(ObjectKind.SCHEMA, QualifiedName.of(namespace.name()));
  }

  private boolean admits(Extension extension) {
    return !excluded(ObjectKind.EXTENSION, QualifiedName.of(extension.name()));
  }

  private boolean admits(Table table, @Nullable Set<String> schemas) {
    return admits(ObjectKind.TABLE, table.name(), schemas)
        && options.bookkeeping().stream().noneMatch(each -> same(each, table.name()));
  }

  private boolean same(QualifiedName one, QualifiedName other) {
    return one.name().equals(other.name()) && schemaOf(one).equals(schemaOf(other));
  }

  private boolean admits(ObjectKind kind, QualifiedName name, @Nullable Set<String> schemas) {
    return (schemas == null || schemas.contains(schemaOf(name)))
        && !excluded(kind, name)
        && !excluded(ObjectKind.SCHEMA, QualifiedName.of(schemaOf(name)));
  }

  private boolean excluded(ObjectKind kind, QualifiedName name) {
    return options.exclusions().excludes(ObjectName.of(kind, name), options.defaultSchema());
  }

  private boolean admits(QualifiedName table, Column column) {
    return !SystemColumns.contains(column.name())
        && !excluded(ObjectKind.COLUMN, table, column.name());
  }

  private boolean admits(QualifiedName table, Constraint constraint) {
    return !excluded(ObjectKind.CONSTRAINT, table, constraint.name().text());
  }

  private boolean admits(QualifiedName table, Index index) {
    return !excluded(ObjectKind.INDEX, table, index.name().text());
  }

  private boolean excluded(ObjectKind kind, QualifiedName table, String part) {
    return options
        .exclusions()
        .excludes(ObjectName.part(kind, table, part), options.defaultSchema());
  }

  /** What the options let through of one side. */
  private final class Admitted implements Sight {
    private final MetaData side;
    private final @Nullable Set<String> schemas;

    Admitted(MetaData side, @Nullable Set<String> schemas) {
      this.side = side;
      this.schemas = schemas;
    }

    @Override
    public boolean sees(Namespace namespace) {
      return admits(namespace, schemas);
    }

    @Override
    public boolean sees(Extension extension) {
      return admits(extension);
    }

    @Override
    public boolean sees(EnumType type) {
      return admits(ObjectKind.ENUM, type.name(), schemas);
    }

    @Override
    public boolean sees(Sequence sequence) {
      return admits(ObjectKind.SEQUENCE, sequence.name(), schemas);
    }

    @Override
    public boolean sees(Table table) {
      return admits(table, schemas);
    }

    @Override
    public boolean sees(SchemaObject object) {
      return admits(object.reference(), side, schemas);
    }

    @Override
    public boolean sees(Grant grant) {
      return admits(grant.on(), side, schemas);
    }

    @Override
    public boolean sees(QualifiedName table, Column column) {
      return admits(table, column);
    }

    @Override
    public boolean sees(QualifiedName table, Constraint constraint) {
      return admits(table, constraint);
    }

    @Override
    public boolean sees(QualifiedName table, Index index) {
      return admits(table, index);
    }
  }
}
