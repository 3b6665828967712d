package org.aludel.benchmarks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What Hibernate needs to know of the table that queries are built for. */
@Entity
@Table(name = "person")
public class Person {
  @Id private long id;
  private @Nullable String name;
  private @Nullable String email;
  private @Nullable Integer age;
  private @Nullable String city;

  /** For Hibernate. */
  protected Person() {}

  /** The key. */
  public long id() {
    return id;
  }

  /** All but the key. */
  @Override
  public String toString() {
    return name + " " + email + " " + age + " " + city;
  }
}
