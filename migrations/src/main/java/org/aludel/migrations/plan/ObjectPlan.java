package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.ObjectStatements;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.TypeDdl;
import org.aludel.ddl.ViewDdl;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.CompositeType;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.Domain;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/** The statements of operations on objects beside the tables. */
final class ObjectPlan implements ObjectOperation.Visitor<List<DdlStatement>> {
  private final IdentifierQuoter quoter;
  private final String defaultSchema;

  /**
   * @param defaultSchema of objects without a schema
   */
  ObjectPlan(IdentifierQuoter quoter, String defaultSchema) {
    this.quoter = quoter;
    this.defaultSchema = defaultSchema;
  }

  @Override
  public List<DdlStatement> visitCreate(ObjectOperation.Create operation) {
    return ObjectStatements.create(operation.object());
  }

  @Override
  public List<DdlStatement> visitDrop(ObjectOperation.Drop operation) {
    return List.of(ObjectStatements.drop(operation.object()));
  }

  @Override
  public List<DdlStatement> visitReplace(ObjectOperation.Replace operation) {
    if (operation.from() instanceof Domain from && operation.to() instanceof Domain to) {
      return domain(from, to);
    }
    if (operation.from() instanceof CompositeType from
        && operation.to() instanceof CompositeType to) {
      return composite(from, to);
    }
    return operation.to() instanceof View view
        ? List.of(new ViewDdl.ReplaceView(view))
        : List.of(new ObjectDdl.CreateObject((DefinedObject) operation.to()));
  }

  @Override
  public List<DdlStatement> visitComment(ObjectOperation.Comment operation) {
    return List.of(new ObjectDdl.CommentOn(operation.on(), operation.to()));
  }

  @Override
  public List<DdlStatement> visitCheckBodies(ObjectOperation.CheckBodies operation) {
    return List.of(new ObjectDdl.CheckBodies(operation.check()));
  }

  /** Into its schema first, as a name that is free there may be taken where it comes from. */
  @Override
  public List<DdlStatement> visitRename(ObjectOperation.Rename operation) {
    ObjectReference from = operation.from();
    QualifiedName to = operation.to().name();
    List<DdlStatement> statements = new ArrayList<>();
    if (from.kind().isPart()) {
      return List.of(new ObjectDdl.RenameObject(from, operation.to().part()));
    }
    String schema = to.schema();
    if (!Objects.equals(from.name().schema(), schema)) {
      statements.add(new ObjectDdl.MoveObject(from, schema == null ? defaultSchema : schema));
    }
    if (!from.name().name().equals(to.name())) {
      QualifiedName moved = new QualifiedName(schema, from.name().name());
      statements.add(
          new ObjectDdl.RenameObject(
              new ObjectReference(from.kind(), moved, from.part()), to.name()));
      QualifiedName multirange = TypeExchange.multirange(to);
      if (from.kind() == ObjectKind.RANGE_TYPE
          && !multirange.equals(TypeExchange.multirange(moved))) {
        statements.add(multirange(TypeExchange.multirange(moved), multirange));
      }
    }
    return statements;
  }

  /** The server named it after the range, and does not name it anew; a name of its own stays. */
  private DdlStatement multirange(QualifiedName from, QualifiedName to) {
    String name = quoter.quote(from);
    return new RawSql(
        "DO $aludel$BEGIN IF EXISTS (SELECT FROM pg_catalog.pg_type WHERE typtype = 'm' AND oid ="
            + " pg_catalog.to_regtype("
            + SqlLiteral.text(name)
            + ")) THEN ALTER TYPE "
            + name
            + " RENAME TO "
            + quoter.quote(to.name())
            + "; END IF; END$aludel$");
  }

  private static List<DdlStatement> domain(Domain from, Domain to) {
    QualifiedName name = to.name();
    List<DdlStatement> statements = new ArrayList<>();
    Map<String, String> renamed = renamedChecks(from, to);
    renamed.forEach(
        (old, wanted) ->
            statements.add(
                new ObjectDdl.RenameObject(
                    new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, name, old), wanted)));
    for (CheckConstraint check : from.checks()) {
      if (!same(check, named(to, check)) && !renamed.containsKey(check.name().text())) {
        statements.add(new TypeDdl.DropDomainCheck(name, check.name().text()));
      }
    }
    if (!Objects.equals(from.serverDefault(), to.serverDefault())) {
      statements.add(new TypeDdl.SetDomainDefault(name, to.serverDefault()));
    }
    if (from.notNull() != to.notNull()) {
      statements.add(new TypeDdl.SetDomainNotNull(name, to.notNull()));
    }
    for (CheckConstraint check : to.checks()) {
      if (!same(check, named(from, check)) && !renamed.containsValue(check.name().text())) {
        statements.add(new TypeDdl.AddDomainCheck(name, check));
      }
    }
    return statements;
  }

  /** Checks that differ in nothing but a name that the other side lacks, by their old names. */
  private static Map<String, String> renamedChecks(Domain from, Domain to) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (CheckConstraint check : to.checks()) {
      if (named(from, check) == null) {
        from.checks().stream()
            .filter(each -> same(each, check) && named(to, each) == null)
            .map(each -> each.name().text())
            .filter(each -> !renamed.containsKey(each))
            .findFirst()
            .ifPresent(each -> renamed.put(each, check.name().text()));
      }
    }
    return renamed;
  }

  private static @Nullable CheckConstraint named(Domain domain, CheckConstraint check) {
    return domain.checks().stream()
        .filter(each -> each.name().text().equals(check.name().text()))
        .findFirst()
        .orElse(null);
  }

  private static boolean same(CheckConstraint one, @Nullable CheckConstraint other) {
    return other != null
        && one.expression().equals(other.expression())
        && one.validated() == other.validated();
  }

  private static List<DdlStatement> composite(CompositeType from, CompositeType to) {
    List<DdlStatement> statements = new ArrayList<>();
    for (CompositeType.Attribute attribute : from.attributes()) {
      if (named(to, attribute) == null) {
        statements.add(new TypeDdl.DropAttribute(to.name(), attribute.name()));
      }
    }
    for (CompositeType.Attribute attribute : to.attributes()) {
      CompositeType.Attribute old = named(from, attribute);
      if (old == null) {
        statements.add(new TypeDdl.AddAttribute(to.name(), attribute));
      } else if (!old.type().name().equals(attribute.type().name())
          || !Objects.equals(old.collation(), attribute.collation())) {
        statements.add(new TypeDdl.AlterAttribute(to.name(), attribute));
      }
    }
    return statements;
  }

  private static CompositeType.@Nullable Attribute named(
      CompositeType type, CompositeType.Attribute attribute) {
    return type.attributes().stream()
        .filter(each -> each.name().equals(attribute.name()))
        .findFirst()
        .orElse(null);
  }
}
