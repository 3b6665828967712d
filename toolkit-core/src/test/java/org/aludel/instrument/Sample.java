package org.aludel.instrument;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aludel.orm.annotation.PgEnum;
import org.aludel.orm.annotation.SqlType;
import org.jspecify.annotations.NullUnmarked;

/** One attribute of every class that can be mapped. */
@Entity
@Table(name = "sample")
@NullUnmarked
@SuppressWarnings("unused") // the fields are read and written by the generated access only
public class Sample {
  /** Stored in three ways. */
  public enum Mood {
    SAD,
    HAPPY
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private boolean flag;
  private Boolean maybe;
  private short small;
  private Short boxedSmall;
  private int count;
  private Integer boxedCount;
  private long big;
  private Long boxedBig;
  private float real;
  private Float boxedReal;
  private double precise;
  private Double boxedPrecise;

  @Column(length = 30)
  private String text;

  @SqlType("jsonb")
  private String json;

  @Column(precision = 10, scale = 2)
  private BigDecimal price;

  private UUID uuid;
  private LocalDate day;
  private LocalTime time;
  private LocalDateTime local;
  private OffsetDateTime offset;
  private Instant instant;
  private byte[] bytes;

  @Enumerated(EnumType.STRING)
  private Mood byName;

  private Mood byPosition;

  @PgEnum(name = "sample_mood")
  private Mood byLabel;

  @Transient private String notStored;
  private transient String notStoredEither;

  protected Sample() {}

  Sample(Long id) {
    this.id = id;
  }
}
