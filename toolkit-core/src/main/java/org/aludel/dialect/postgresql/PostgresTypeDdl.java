package org.aludel.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.ddl.TypeDdl;
import org.aludel.ddl.TypeDdl.AddAttribute;
import org.aludel.ddl.TypeDdl.AddDomainCheck;
import org.aludel.ddl.TypeDdl.AlterAttribute;
import org.aludel.ddl.TypeDdl.CreateComposite;
import org.aludel.ddl.TypeDdl.CreateDomain;
import org.aludel.ddl.TypeDdl.CreateRange;
import org.aludel.ddl.TypeDdl.DropAttribute;
import org.aludel.ddl.TypeDdl.DropDomainCheck;
import org.aludel.ddl.TypeDdl.DropType;
import org.aludel.ddl.TypeDdl.SetDomainDefault;
import org.aludel.ddl.TypeDdl.SetDomainNotNull;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Domain;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.jspecify.annotations.Nullable;

/** Domains, composite types and range types. */
final class PostgresTypeDdl implements TypeDdl.Visitor<String> {
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();

  @Override
  public String visitCreateDomain(CreateDomain statement) {
    Domain domain = statement.domain();
    List<String> clauses = new ArrayList<>();
    clauses.add(
        "CREATE DOMAIN "
            + quoter.quote(domain.name())
            + " AS "
            + domain.type().on(PostgresDialect.NAME).name());
    addIf(clauses, "COLLATE ", domain.collation());
    String defaultSql = domain.serverDefault();
    addIf(clauses, "DEFAULT ", defaultSql == null ? null : PostgresDefaultSql.operand(defaultSql));
    if (domain.notNull()) {
      clauses.add("NOT NULL");
    }
    domain.checks().forEach(check -> clauses.add(rule(check)));
    return String.join(" ", clauses);
  }

  private String rule(CheckConstraint check) {
    return "CONSTRAINT "
        + quoter.quote(check.name().text())
        + " CHECK ("
        + check.statement()
        + ")"
        + (check.validated() ? "" : " NOT VALID");
  }

  @Override
  public String visitAddDomainCheck(AddDomainCheck statement) {
    return "ALTER DOMAIN " + quoter.quote(statement.domain()) + " ADD " + rule(statement.check());
  }

  @Override
  public String visitDropDomainCheck(DropDomainCheck statement) {
    return "ALTER DOMAIN "
        + quoter.quote(statement.domain())
        + " DROP CONSTRAINT "
        + quoter.quote(statement.check());
  }

  @Override
  public String visitCreateComposite(CreateComposite statement) {
    String attributes =
        statement.type().attributes().stream()
            .map(this::attribute)
            .collect(Collectors.joining(", "));
    return "CREATE TYPE " + quoter.quote(statement.type().name()) + " AS (" + attributes + ")";
  }

  private String attribute(CompositeType.Attribute attribute) {
    String collation = attribute.collation();
    return quoter.quote(attribute.name())
        + " "
        + attribute.type().on(PostgresDialect.NAME).name()
        + (collation == null ? "" : " COLLATE " + collation);
  }

  @Override
  public String visitCreateRange(CreateRange statement) {
    RangeType type = statement.type();
    List<String> options = new ArrayList<>();
    options.add("SUBTYPE = " + type.subtype().on(PostgresDialect.NAME).name());
    addIf(options, "SUBTYPE_OPCLASS = ", type.operatorClass());
    addIf(options, "COLLATION = ", type.collation());
    addIf(options, "SUBTYPE_DIFF = ", type.difference());
    QualifiedName multirange = type.multirange();
    addIf(options, "MULTIRANGE_TYPE_NAME = ", multirange == null ? null : quoter.quote(multirange));
    return "CREATE TYPE "
        + quoter.quote(type.name())
        + " AS RANGE ("
        + String.join(", ", options)
        + ")";
  }

  @Override
  public String visitDropType(DropType statement) {
    return "DROP " + PostgresObjectSql.of(statement.type());
  }

  @Override
  public String visitSetDomainDefault(SetDomainDefault statement) {
    String sql = statement.sql();
    return "ALTER DOMAIN "
        + quoter.quote(statement.domain())
        + (sql == null ? " DROP DEFAULT" : " SET DEFAULT " + sql);
  }

  @Override
  public String visitSetDomainNotNull(SetDomainNotNull statement) {
    return "ALTER DOMAIN "
        + quoter.quote(statement.domain())
        + (statement.notNull() ? " SET NOT NULL" : " DROP NOT NULL");
  }

  @Override
  public String visitAddAttribute(AddAttribute statement) {
    return alterType(statement.type()) + "ADD ATTRIBUTE " + attribute(statement.attribute());
  }

  @Override
  public String visitAlterAttribute(AlterAttribute statement) {
    CompositeType.Attribute attribute = statement.attribute();
    return alterType(statement.type())
        + "ALTER ATTRIBUTE "
        + quoter.quote(attribute.name())
        + " TYPE"
        + attribute(attribute).substring(quoter.quote(attribute.name()).length());
  }

  @Override
  public String visitDropAttribute(DropAttribute statement) {
    return alterType(statement.type()) + "DROP ATTRIBUTE " + quoter.quote(statement.attribute());
  }

  private String alterType(QualifiedName type) {
    return "ALTER TYPE " + quoter.quote(type) + " ";
  }

  private static void addIf(List<String> clauses, String word, @Nullable String value) {
    if (value != null) {
      clauses.add(word + value);
    }
  }
}
