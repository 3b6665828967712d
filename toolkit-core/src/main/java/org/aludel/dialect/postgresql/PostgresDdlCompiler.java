package org.aludel.dialect.postgresql;

import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.compile.Untranslated;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.DdlVisitor;
import org.aludel.ddl.EnumDdl;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.ddl.TypeDdl;
import org.aludel.ddl.ViewDdl;
import org.aludel.schema.translation.SchemaTranslation;

/** DDL of PostgreSQL 13 to 18, one part a family of statements. */
public final class PostgresDdlCompiler implements DdlCompiler {
  private static final Families AS_NAMED = new Families(PostgresIdentifiers.quoter());

  private final SchemaTranslation schemas;
  private final Families families;

  /** DDL of objects in their own schemas. */
  public PostgresDdlCompiler() {
    this(SchemaTranslation.NONE);
  }

  PostgresDdlCompiler(SchemaTranslation schemas) {
    this.schemas = schemas;
    this.families =
        schemas.isNone() ? AS_NAMED : new Families(PostgresIdentifiers.quoter().in(schemas));
  }

  @Override
  public String compile(DdlStatement statement) {
    Untranslated.require(statement, schemas);
    return statement.accept(families);
  }

  private static final class Families implements DdlVisitor<String> {
    private final IdentifierQuoter quoter;
    private final PostgresNamespaceDdl namespaces = new PostgresNamespaceDdl();
    private final PostgresEnumDdl enums = new PostgresEnumDdl();
    private final PostgresSequenceDdl sequences;
    private final PostgresTableDdl tables;
    private final PostgresColumnDdl columns;
    private final PostgresConstraintDdl constraints;
    private final PostgresIndexDdl indexes;
    private final PostgresTypeDdl types = new PostgresTypeDdl();
    private final PostgresViewDdl views = new PostgresViewDdl();
    private final PostgresObjectDdl objects = new PostgresObjectDdl();

    Families(IdentifierQuoter quoter) {
      this.quoter = quoter;
      sequences = new PostgresSequenceDdl(quoter);
      tables = new PostgresTableDdl(quoter);
      columns = new PostgresColumnDdl(quoter);
      constraints = new PostgresConstraintDdl(quoter);
      indexes = new PostgresIndexDdl(quoter);
    }

    @Override
    public String visitNamespace(NamespaceDdl statement) {
      return statement.accept(namespaces);
    }

    @Override
    public String visitEnum(EnumDdl statement) {
      return statement.accept(enums);
    }

    @Override
    public String visitSequence(SequenceDdl statement) {
      return statement.accept(sequences);
    }

    @Override
    public String visitTable(TableDdl statement) {
      return statement.accept(tables);
    }

    @Override
    public String visitColumn(ColumnDdl statement) {
      return statement.accept(columns);
    }

    @Override
    public String visitConstraint(ConstraintDdl statement) {
      return statement.accept(constraints);
    }

    @Override
    public String visitIndex(IndexDdl statement) {
      return statement.accept(indexes);
    }

    @Override
    public String visitType(TypeDdl statement) {
      return statement.accept(types);
    }

    @Override
    public String visitView(ViewDdl statement) {
      return statement.accept(views);
    }

    @Override
    public String visitObject(ObjectDdl statement) {
      return statement.accept(objects);
    }

    @Override
    public String visitSetComment(SetComment statement) {
      String comment = statement.comment();
      return "COMMENT ON "
          + target(statement.target())
          + " IS "
          + (comment == null ? "NULL" : SqlLiteral.text(comment));
    }

    @Override
    public String visitRawSql(RawSql statement) {
      return statement.sql();
    }

    private String target(CommentTarget target) {
      String object = quoter.quote(target.object());
      String part = target.part();
      if (part == null) {
        return target.kind() + " " + object;
      }
      return target.kind() == CommentTarget.Kind.CONSTRAINT
          ? "CONSTRAINT " + quoter.quote(part) + " ON " + object
          : target.kind() + " " + object + "." + quoter.quote(part);
    }
  }
}
