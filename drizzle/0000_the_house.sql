CREATE TABLE "estates" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"profile" text DEFAULT 'strict' NOT NULL,
	"overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"last_number" integer DEFAULT 1000 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "estates_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "binding_codes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"person_id" bigint,
	"staff_id" bigint,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" bigint,
	CONSTRAINT "binding_codes_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "binding_requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"identity_id" bigint NOT NULL,
	"conversation_id" bigint NOT NULL,
	"room_id" bigint,
	"said" jsonb NOT NULL,
	"role" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "service_catalogue" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"standard" text NOT NULL,
	"fee_fen" integer,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_identities" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"external_id" text NOT NULL,
	"person_id" bigint,
	"staff_id" bigint,
	"bound_at" timestamp (3) with time zone,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "occupancies" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"room_id" bigint NOT NULL,
	"role" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"verified_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'zh-Hans' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"building" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"room" text NOT NULL,
	"warranty_until" date
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"on_duty" boolean DEFAULT true NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"estate_id" bigint NOT NULL,
	"staff_id" bigint NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_staff_id_role_pk" PRIMARY KEY("staff_id","role")
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"category" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buttons" (
	"nonce" text PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"conversation_id" bigint NOT NULL,
	"question" text NOT NULL,
	"record_id" bigint,
	"label" text NOT NULL,
	"ordinal" integer DEFAULT 0 NOT NULL,
	"act" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" bigint
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"chat" text NOT NULL,
	"kind" text NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"language" text DEFAULT 'zh-Hans' NOT NULL,
	"talk" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"bucket" jsonb,
	"waiting" integer DEFAULT 0 NOT NULL,
	"staff_group" boolean DEFAULT false NOT NULL,
	"unreachable_since" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"nudge_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"message_id" text NOT NULL,
	"conversation_id" bigint NOT NULL,
	"trace" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "line_gaps" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"conversation_id" bigint NOT NULL,
	"lane" text NOT NULL,
	"trace" text NOT NULL,
	"body" jsonb NOT NULL,
	"kind" text NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"unknowns" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"platform_id" text,
	"error" text,
	"on_sent" jsonb
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"conversation_id" bigint NOT NULL,
	"inbox_id" bigint NOT NULL,
	"part" integer NOT NULL,
	"ref" text NOT NULL,
	"record_id" bigint,
	"status" text DEFAULT 'waiting' NOT NULL,
	"hash" text,
	"reason" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_lines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"chat" text NOT NULL,
	"key" text NOT NULL,
	"line" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"side" text NOT NULL,
	"chat" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"record_id" bigint NOT NULL,
	"clock" text NOT NULL,
	"generation" integer NOT NULL,
	"rung" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fired_at" timestamp (3) with time zone,
	"late" boolean DEFAULT false NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"acknowledged_by" bigint,
	"tries" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"record_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"actor" jsonb NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"inbox_id" bigint,
	"trace" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "records" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"conversation_id" bigint,
	"person_id" bigint,
	"reporter" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"building" text,
	"unit" text,
	"room" text,
	"place" text DEFAULT '' NOT NULL,
	"category" text,
	"location_kind" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"help_type" text,
	"staff_id" bigint,
	"description" text NOT NULL,
	"time" jsonb,
	"channel" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"profile" text NOT NULL,
	"policy" jsonb NOT NULL,
	"origin_inbox_id" bigint,
	"origin_part" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repair_tickets" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"estate_id" bigint NOT NULL,
	"repair_kind" text NOT NULL,
	"urgency" text NOT NULL,
	"timing" text NOT NULL,
	"slot_start" timestamp (3) with time zone,
	"slot_end" timestamp (3) with time zone,
	"in_catalogue" boolean NOT NULL,
	"catalogue_id" bigint,
	"technician_id" bigint,
	"ordered_at" timestamp (3) with time zone,
	"dispatched_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"check_in" text,
	"arrival_confirmed" boolean,
	"finished_at" timestamp (3) with time zone,
	"signed_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"actual_item" text,
	"quote" jsonb,
	"consented_at" timestamp (3) with time zone,
	"materials" jsonb,
	"work" text,
	"fee_state" text DEFAULT 'none' NOT NULL,
	"fee_fen" integer,
	"fee_proposals" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"payer" text DEFAULT 'none' NOT NULL,
	"copies" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"opinion" text,
	"not_repaired_reason" text,
	"reason_signed" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"satisfaction" text,
	"callback" jsonb,
	"callback_tries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unreached" boolean DEFAULT false NOT NULL,
	"reworks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_ticks" (
	"job" text NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"outcome" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "job_ticks_job_slot_pk" PRIMARY KEY("job","slot")
);
--> statement-breakpoint
ALTER TABLE "binding_codes" ADD CONSTRAINT "binding_codes_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_codes" ADD CONSTRAINT "binding_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_codes" ADD CONSTRAINT "binding_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_codes" ADD CONSTRAINT "binding_codes_used_by_channel_identities_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."channel_identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_identity_id_channel_identities_id_fk" FOREIGN KEY ("identity_id") REFERENCES "public"."channel_identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_catalogue" ADD CONSTRAINT "service_catalogue_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_identities" ADD CONSTRAINT "channel_identities_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_identities" ADD CONSTRAINT "channel_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_identities" ADD CONSTRAINT "channel_identities_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancies" ADD CONSTRAINT "occupancies_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendors" ADD CONSTRAINT "vendors_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buttons" ADD CONSTRAINT "buttons_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buttons" ADD CONSTRAINT "buttons_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buttons" ADD CONSTRAINT "buttons_used_by_channel_identities_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."channel_identities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_acknowledged_by_staff_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_events" ADD CONSTRAINT "record_events_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_events" ADD CONSTRAINT "record_events_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_tickets" ADD CONSTRAINT "repair_tickets_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_tickets" ADD CONSTRAINT "repair_tickets_estate_id_estates_id_fk" FOREIGN KEY ("estate_id") REFERENCES "public"."estates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_tickets" ADD CONSTRAINT "repair_tickets_technician_id_staff_id_fk" FOREIGN KEY ("technician_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "binding_requests_open" ON "binding_requests" USING btree ("identity_id","room_id") WHERE decision is null;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_external" ON "channel_identities" USING btree ("channel","account","external_id");--> statement-breakpoint
CREATE INDEX "identities_person" ON "channel_identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identities_staff" ON "channel_identities" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "occupancies_once" ON "occupancies" USING btree ("person_id","room_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "occupancies_room" ON "occupancies" USING btree ("room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_address" ON "rooms" USING btree ("estate_id","building","unit","room");--> statement-breakpoint
CREATE INDEX "staff_roles_role" ON "staff_roles" USING btree ("estate_id","role");--> statement-breakpoint
CREATE INDEX "buttons_open" ON "buttons" USING btree ("conversation_id") WHERE used_at is null;--> statement-breakpoint
CREATE INDEX "buttons_record" ON "buttons" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_address" ON "conversations" USING btree ("channel","account","chat");--> statement-breakpoint
CREATE INDEX "conversations_nudge" ON "conversations" USING btree ("nudge_at") WHERE nudge_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_message" ON "inbox" USING btree ("channel","account","message_id");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("conversation_id","id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("conversation_id","lane","id") WHERE status in ('pending', 'sending', 'retry');--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("not_before") WHERE status in ('pending', 'sending', 'retry');--> statement-breakpoint
CREATE UNIQUE INDEX "photos_part" ON "photos" USING btree ("inbox_id","part");--> statement-breakpoint
CREATE INDEX "photos_waiting" ON "photos" USING btree ("next_try_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "photos_record" ON "photos" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "web_lines_key" ON "web_lines" USING btree ("chat","key");--> statement-breakpoint
CREATE INDEX "web_lines_chat" ON "web_lines" USING btree ("chat","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deadlines_rung" ON "deadlines" USING btree ("record_id","clock","generation","rung");--> statement-breakpoint
CREATE INDEX "deadlines_due" ON "deadlines" USING btree ("due_at") WHERE fired_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "record_events_record" ON "record_events" USING btree ("record_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "records_number" ON "records" USING btree ("estate_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "records_origin" ON "records" USING btree ("origin_inbox_id","origin_part");--> statement-breakpoint
CREATE INDEX "records_person" ON "records" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "records_conversation" ON "records" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "records_status" ON "records" USING btree ("estate_id","kind","status");--> statement-breakpoint
CREATE INDEX "repair_tickets_technician" ON "repair_tickets" USING btree ("technician_id");