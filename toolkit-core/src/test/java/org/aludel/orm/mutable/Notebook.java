package org.aludel.orm.mutable;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.annotation.Json;

/** Has one attribute of each kind of value that can change inside. */
@Entity
public class Notebook extends NotebookBase {
  /** A class of an application's own, as JSON. */
  public static class Cover {
    public String colour = "red";
    public List<String> stickers = new ArrayList<>();
  }

  /** A class without equals that a converter stores. */
  public static final class Margin {
    int width;

    Margin(int width) {
      this.width = width;
    }
  }

  /** Stores the width. */
  public static final class MarginConverter implements AttributeConverter<Margin, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Margin margin) {
      return margin == null ? null : margin.width;
    }

    @Override
    public Margin convertToEntityAttribute(Integer width) {
      return width == null ? null : new Margin(width);
    }
  }

  @Id private Long id;

  List<String> pages = new ArrayList<>(List.of("one"));
  Map<String, String> index = new HashMap<>(Map.of("a", "1"));
  byte[] seal = {1, 2};
  @Json Cover cover = new Cover();
  @Json List<Cover> covers = new ArrayList<>(List.of(new Cover()));
  @Json Set<String> owners = new LinkedHashSet<>();

  @Convert(converter = MarginConverter.class)
  Margin margin = new Margin(3);

  protected Notebook() {}

  public Notebook(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }
}
