/** The tables that the demo fills, in the order in which they may be filled, with their columns. */
export const columns = {
  organisations: 'id, kind, parent_id, lineage, name, name_in_pinyin, code, stage, entered_in',
  people:
    'id, name, name_in_pinyin, gender, phone_sealed, phone_index, id_number_sealed, id_number_index, type_size',
  students:
    'id, name, name_in_pinyin, gender, born_on, student_number, id_number_sealed, id_number_index, id_number_last_four, class_id, lineage',
  enrolments: 'id, student_id, class_id, began_on',
  guardianships: 'id, student_id, carer_id, relationship, is_main, began_on',
  posts: 'id, person_id, organisation_id, role, began_on',
  activities:
    'id, kind, state, version, host_id, host_kind, host_lineage, title, description, bring, place, begins_at, ends_at, registration_opens_at, registration_closes_at, capacity, places_taken, last_queue_number, audience, stages, is_public, made_by, made_at, changed_at, finished_by, finished_at, part_of, has_sessions, is_listed, label, team, led_by',
  registrations: 'id, activity_id, state, queue_number, made_by, made_at',
  registration_students: 'registration_id, student_id, activity_id, joined_at',
  registration_carers: 'registration_id, carer_id, activity_id, role, joined_at',
  attendances:
    'id, activity_id, carer_id, registration_id, role, entered_at, entry_method, entry_by, left_at, exit_method, exit_by, minutes, version',
  attendance_corrections:
    'attendance_id, version, minutes_before, minutes_after, reason, corrected_by, corrected_at',
  topic_lists: 'activity_id, version, changed_by, changed_at',
  topics: 'id, activity_id, place, title, wanted, is_talked, made_at',
  topic_wishes: 'topic_id, carer_id, wished_at',
  topic_proposals: 'id, activity_id, host_lineage, carer_id, family_id, text, state, made_at',
  facts:
    'place, id, kind, at, organisation_id, subject_id, actor_id, quantity, source, reverses, attributes, stated_at',
} as const satisfies Record<string, string>;
