package org.aludel.orm.attributes;

import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PreUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has attributes of all kinds. */
@Entity
public class Album extends AlbumBase {
  @Id private long id;
  private String title = "";
  private int edits;
  private @Nullable Price price;
  @ManyToOne private @Nullable Label label;

  @OneToMany(mappedBy = "album", cascade = CascadeType.ALL)
  private List<Track> tracks = new ArrayList<>();

  @ElementCollection private Set<String> tags = new TreeSet<>();

  /** What the callback of the class does; nothing is stored of it. */
  private transient @Nullable Consumer<Album> callback;

  protected Album() {}

  Album(long id, String title) {
    this.id = id;
    this.title = title;
  }

  @PreUpdate
  void aboutToBeUpdated() {
    if (callback != null) {
      callback.accept(this);
    }
  }

  long getId() {
    return id;
  }

  String getTitle() {
    return title;
  }

  void setTitle(String value) {
    title = value;
  }

  int getEdits() {
    return edits;
  }

  void setEdits(int value) {
    edits = value;
  }

  void setPrice(@Nullable Price value) {
    price = value;
  }

  @Nullable Price getPrice() {
    return price;
  }

  void setLabel(@Nullable Label value) {
    label = value;
  }

  @Nullable Label getLabel() {
    return label;
  }

  List<Track> getTracks() {
    return tracks;
  }

  Set<String> getTags() {
    return tags;
  }

  void setCallback(Consumer<Album> value) {
    callback = value;
  }
}
