package org.aludel.ddl;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.Index;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.View;

/** One object that stands beside the tables as statements. */
public final class ObjectStatements {
  private ObjectStatements() {}

  /**
   * Creates an object whose needs are there, with all that belongs to it: indexes and data of a
   * materialized view, checks, comments; not the privileges on it.
   */
  public static List<DdlStatement> create(SchemaObject object) {
    List<DdlStatement> statements = new ArrayList<>(object.accept(new Whole()));
    statements.addAll(CommentStatements.of(object));
    return List.copyOf(statements);
  }

  /** Drops an object that nothing needs any more. */
  public static DdlStatement drop(SchemaObject object) {
    return object.accept(new Drop());
  }

  /** What a view's definition cannot say of its columns. */
  static List<DdlStatement> columns(View view) {
    List<DdlStatement> statements = new ArrayList<>();
    for (Column column : view.columns()) {
      String sql = column.serverDefault();
      if (sql != null) {
        statements.add(new ColumnDdl.SetDefault(view.name(), column.name(), sql));
      }
      if (!column.options().equals(Column.Options.DEFAULT)) {
        statements.add(
            new ColumnDdl.SetColumnOptions(view.name(), column.name(), column.options()));
      }
    }
    return statements;
  }

  /** An index and what CREATE INDEX cannot say of it. */
  public static List<DdlStatement> index(QualifiedName table, Index index) {
    List<DdlStatement> statements = new ArrayList<>();
    statements.add(new IndexDdl.CreateIndex(table, index, false));
    QualifiedName name = ObjectReference.index(table, index.name().text()).name();
    index
        .statisticsTargets()
        .forEach(
            (key, target) -> statements.add(new IndexDdl.SetIndexStatistics(name, key, target)));
    return statements;
  }

  private static final class Whole implements SchemaObject.Visitor<List<DdlStatement>> {
    @Override
    public List<DdlStatement> visitComposite(CompositeType object) {
      return List.of(new TypeDdl.CreateComposite(object));
    }

    @Override
    public List<DdlStatement> visitDefined(DefinedObject object) {
      List<DdlStatement> statements = new ArrayList<>();
      statements.add(new ObjectDdl.CreateObject(object));
      object.alterations().forEach(one -> statements.add(new RawSql(one)));
      return statements;
    }

    @Override
    public List<DdlStatement> visitDomain(Domain object) {
      List<DdlStatement> statements = new ArrayList<>();
      List<CheckConstraint> inline =
          object.checks().stream().filter(CheckConstraint::validated).toList();
      statements.add(new TypeDdl.CreateDomain(object.withChecks(inline)));
      object.checks().stream()
          .filter(one -> !one.validated())
          .forEach(one -> statements.add(new TypeDdl.AddDomainCheck(object.name(), one)));
      return statements;
    }

    @Override
    public List<DdlStatement> visitRange(RangeType object) {
      return List.of(new TypeDdl.CreateRange(object));
    }

    @Override
    public List<DdlStatement> visitView(View object) {
      List<DdlStatement> statements = new ArrayList<>();
      statements.add(new ViewDdl.CreateView(object));
      statements.addAll(columns(object));
      object.indexes().forEach(one -> statements.addAll(index(object.name(), one)));
      View.Storage storage = object.storage();
      if (storage != null && storage.clusterIndex() != null) {
        statements.add(new TableDdl.ClusterOn(object.name(), storage.clusterIndex()));
      }
      if (storage != null && storage.populated()) {
        statements.add(new ViewDdl.RefreshView(object.name()));
      }
      return statements;
    }
  }

  private static final class Drop implements SchemaObject.Visitor<DdlStatement> {
    @Override
    public DdlStatement visitComposite(CompositeType object) {
      return new TypeDdl.DropType(object.reference());
    }

    @Override
    public DdlStatement visitDefined(DefinedObject object) {
      return new ObjectDdl.DropObject(object.reference());
    }

    @Override
    public DdlStatement visitDomain(Domain object) {
      return new TypeDdl.DropType(object.reference());
    }

    @Override
    public DdlStatement visitRange(RangeType object) {
      return new TypeDdl.DropType(object.reference());
    }

    @Override
    public DdlStatement visitView(View object) {
      return new ViewDdl.DropView(object.name(), object.isMaterialized());
    }
  }
}
