package org.aludel.orm.attributes;

import org.aludel.orm.mapping.DeclarativeBase;

/** Classes whose attributes are listened to. */
public abstract class AlbumBase extends DeclarativeBase {}
