package org.aludel.orm.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.orm.annotation.Json;
import org.aludel.orm.annotation.SqlType;
import org.aludel.orm.annotation.StoredAs;
import org.jspecify.annotations.Nullable;

/** Has an attribute of each type that an annotation says: JSON, and types of users. */
@Entity
public class Parcel extends ParcelBase {
  /** A plain class, as Jackson likes them. */
  public static class Place {
    public String street = "";
    public List<String> lines = new ArrayList<>();
    public Map<String, Integer> doors = new java.util.HashMap<>();
  }

  @Id private Long id;

  @Json @Nullable Place place;

  @Json(binary = false)
  @Nullable Place written;

  @Json @Nullable List<Place> stops;
  @Json @Nullable Map<String, Place> named;
  @Json @Nullable JsonNode free;

  @SqlType("jsonb")
  @Nullable String doc;

  @SqlType("tsvector")
  @Nullable String words;

  @Nullable Money price;

  @StoredAs(SecretType.class)
  @Nullable String secret;

  @Nullable String note;

  @Column(length = 9)
  @Nullable String code;

  @Nullable Euro fee;

  protected Parcel() {}

  public Parcel(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }
}
