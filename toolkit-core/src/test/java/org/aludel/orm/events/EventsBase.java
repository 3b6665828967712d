package org.aludel.orm.events;

import org.aludel.orm.mapping.DeclarativeBase;

/** Classes whose objects are listened to. */
public abstract class EventsBase extends DeclarativeBase {}
