package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Rename;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.testing.SourceCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, types, nullability and keys of columns, without the annotation processor. */
@SuppressWarnings("NullAway.Init") // JUnit sets the loader
final class ColumnRulesTest {
  private static final String IMPORTS =
      " import jakarta.persistence.*; import org.aludel.orm.annotation.*; import java.math.*;"
          + " import java.util.*; import java.time.*; import org.jspecify.annotations.*; ";

  private static URLClassLoader loader;

  @BeforeAll
  static void compile(@TempDir Path folder) {
    SourceCompiler.Outcome outcome =
        new SourceCompiler(folder)
            .compile(
                Map.of(
                    "shop.Plain",
                    "package shop;" + IMPORTS + PLAIN,
                    "shop.Marked",
                    "package shop;" + IMPORTS + MARKED,
                    "shop.Composite",
                    "package shop;" + IMPORTS + COMPOSITE,
                    "shop.Part",
                    "package shop;" + IMPORTS + PART,
                    "shop.Numbered",
                    "package shop;" + IMPORTS + NUMBERED,
                    "shop.Counted",
                    "package shop;" + IMPORTS + COUNTED,
                    "shop.Moody",
                    "package shop;" + IMPORTS + MOODY));
    assertThat(outcome.success()).as("%s", outcome.messages()).isTrue();
    loader = outcome.loader();
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  private static final String PLAIN =
      """
      @Entity @Access(AccessType.FIELD) public class Plain {
        enum Mood { SAD }
        @Id private UUID id;
        private String fullName;
        private String URLPath;
        private String line2;
        @Column(name = "Exact") private String given;
        @Column(name = "`order`") private String quoted;
        private boolean flag;
        private short small;
        private int number;
        private long big;
        private float real;
        private double precise;
        private BigDecimal decimal;
        @Column(precision = 12) private BigDecimal whole;
        private LocalDate day;
        @Column(secondPrecision = 0) private LocalTime time;
        private LocalDateTime local;
        @Column(secondPrecision = 3) private OffsetDateTime offset;
        private Instant instant;
        private byte[] bytes;
        private Mood mood;
        @Enumerated(EnumType.STRING) @Column(length = 10) private Mood named;
        @SqlType("character varying (7)") private String alias;
        @Column(columnDefinition = "citext") private String folded;
        @SqlType("numeric(5)") private Long asNumeric;
        @Basic(optional = false) private String required;
        @Column(nullable = false) private String required2;
        static String notStored;
        @Transient private Object notStored2;
      }
      """;

  private static final String MARKED =
      """
      @Entity @NullMarked public class Marked {
        @Id @GeneratedValue private @Nullable Long id;
        private String must = "";
        private @Nullable String may;
        @ServerDefault(sql = "now()") @Column(nullable = false) private @Nullable Instant made;
        @ManyToOne private Plain plain = new Plain();
        @ManyToOne private @Nullable Plain other;
        private byte @Nullable [] bytes;
      }
      """;

  private static final String COMPOSITE =
      """
      @Entity public class Composite {
        @Id private int a;
        @Id private String b;
        @OneToMany(mappedBy = "whole") @OrderBy private Set<Part> parts;
      }
      """;

  private static final String PART =
      """
      @Entity public class Part {
        @Id private long id;
        @ManyToOne @JoinColumns(
            value = {@JoinColumn(name = "wb", referencedColumnName = "b"),
                     @JoinColumn(name = "wa", referencedColumnName = "a")},
            foreignKey = @ForeignKey(name = "to_whole"))
        @OnDelete(value = ForeignKeyAction.SET_NULL, columns = "wb")
        private Composite whole;
        @ManyToOne private Composite second;
        @ManyToOne @JoinColumn(name = "free", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        private Part free;
      }
      """;

  private static final String COUNTED =
      """
      @Entity @Table(schema = "s") @RenamedFrom("Order") public class Counted {
        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) private Long id;
      }
      """;

  private static final String MOODY =
      """
      @Entity public class Moody {
        @RenamedFrom("mood") enum Feeling { @RenamedFrom("SAD") UNHAPPY, GLAD }
        @Id private UUID id;
        @PgEnum(schema = "s") private Feeling now;
        @PgEnum(schema = "s") private Feeling before;
      }
      """;

  private static final String NUMBERED =
      """
      @Entity @RenamedFrom("nr")
      @SequenceGenerator(name = "nrs", sequenceName = "numbers", schema = "s", initialValue = 100,
          allocationSize = 10)
      public class Numbered {
        @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nrs") private Long id;
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "id, uuid, false",
    "full_name, varchar(255), true",
    "url_path, varchar(255), true",
    "line2, varchar(255), true",
    "Exact, varchar(255), true",
    "order, varchar(255), true",
    "flag, boolean, false",
    "small, smallint, false",
    "number, integer, false",
    "big, bigint, false",
    "real, real, false",
    "precise, double precision, false",
    "decimal, numeric, true",
    "whole, 'numeric(12,0)', true",
    "day, date, true",
    "time, time(0), true",
    "local, timestamp, true",
    "offset, timestamptz(3), true",
    "instant, timestamptz, true",
    "bytes, bytea, true",
    "mood, smallint, true",
    "named, varchar(10), true",
    "alias, varchar(7), true",
    "folded, citext, true",
    "as_numeric, numeric(5), true",
    "required, varchar(255), false",
    "required2, varchar(255), false"
  })
  void columnHasTypeAndNullability(String name, String type, boolean nullable) throws Exception {
    Column column = mapper("Plain").table().column(name).orElseThrow();

    assertThat(column.type().name()).isEqualTo(type);
    assertThat(column.nullable()).isEqualTo(nullable);
  }

  @Test
  void nothingElseIsAColumn() throws Exception {
    assertThat(mapper("Plain").table().columns()).hasSize(27);
  }

  @Test
  void nullMarkedCodeDecidesWhatNoAnnotationSays() throws Exception {
    List<Column> columns = registry("Marked", "Plain").mapper(type("Marked")).table().columns();

    assertThat(columns.stream().filter(column -> !column.nullable()))
        .extracting(Column::name)
        .containsExactly("id", "must", "made", "plain_id");
  }

  @Test
  void compositeKeyIsReferredToInItsOwnOrder() throws Exception {
    Mapper<?> part = registry("Composite", "Part").mapper(type("Part"));

    assertThat(part.table().foreignKeys())
        .extracting(ForeignKey::columns, ForeignKey::targetColumns, ForeignKey::onDeleteColumns)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                List.of("wa", "wb"), List.of("a", "b"), List.of("wb")),
            org.assertj.core.groups.Tuple.tuple(
                List.of("second_a", "second_b"), List.of("a", "b"), List.of()));
    assertThat(part.table().foreignKeys().get(0).name().text()).isEqualTo("to_whole");
  }

  @Test
  void compositeKeyIsThePrimaryKeyAndTheOrderOfItsCollection() throws Exception {
    Mapper<?> composite = registry("Composite", "Part").mapper(type("Composite"));

    assertThat(composite.table().primaryKey().map(PrimaryKey::columns)).contains(List.of("a", "b"));
    assertThat(composite.relationships().get(0).orderBy())
        .extracting(order -> order.property().name())
        .containsExactly("id");
  }

  @Test
  void sequenceIsPartOfTheSchema() throws Exception {
    Registry registry = registry("Numbered");

    assertThat(registry.metaData().sequences())
        .containsExactly(
            new Sequence(
                new QualifiedName("s", "numbers"),
                "bigint",
                new SequenceOptions(100, 10, null, null, 1, false),
                null,
                null));
    BasicProperty id = registry.mapper(type("Numbered")).ids().get(0);
    assertThat(id.generation()).isEqualTo(Generation.SEQUENCE);
    assertThat(id.sequence()).isEqualTo(new IdSequence(new QualifiedName("s", "numbers"), 10));
  }

  @Test
  void sequenceNamedAfterARenamedTableIsRenamedWithIt() throws Exception {
    assertThat(registry("Counted").metaData().renames())
        .containsExactly(
            Rename.ofTable(new QualifiedName("s", "counted"), "Order"),
            Rename.ofSequence(new QualifiedName("s", "counted_seq"), "Order_seq"));
  }

  @Test
  void enumSaysWhatItAndItsLabelsWere() throws Exception {
    QualifiedName feeling = new QualifiedName("s", "feeling");

    assertThat(registry("Moody").metaData().renames())
        .containsExactly(
            Rename.ofEnum(feeling, "mood"), Rename.ofEnumValue(feeling, "UNHAPPY", "SAD"));
  }

  @Test
  void sequenceWithANameOfItsOwnIsNotRenamedWithItsTable() throws Exception {
    assertThat(registry("Numbered").metaData().renames())
        .containsExactly(Rename.ofTable(QualifiedName.of("numbered"), "nr"));
  }

  @Test
  void namingConventionCanBeChosen() throws Exception {
    NamingConvention standard = NamingConvention.standard();
    NamingConvention own =
        new NamingConvention(
            "%(table_name)_pkey",
            standard.unique(),
            standard.index(),
            standard.foreignKey(),
            standard.check(),
            standard.exclude(),
            63);

    Registry registry = Registry.builder().add(type("Numbered")).naming(own).build();

    assertThat(registry.metaData().tables().get(0).constraints())
        .extracting(constraint -> constraint.name())
        .containsExactly(ConstraintName.conventional("numbered_pkey"));
  }

  private static Mapper<?> mapper(String name) throws Exception {
    return registry(name).mapper(type(name));
  }

  private static Registry registry(String... names) throws Exception {
    RegistryBuilder builder = Registry.builder();
    for (String name : names) {
      builder.add(type(name));
    }
    return builder.build();
  }

  private static Class<?> type(String name) throws Exception {
    return Objects.requireNonNull(Class.forName("shop." + name, false, loader));
  }
}
