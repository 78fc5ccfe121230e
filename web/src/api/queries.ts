/** Server state: what is asked for, how often, and under which key it is kept. */

import { QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

import { api, idempotent, ok, type Schemas } from "./client";
import { isPassing } from "./problems";
import { session } from "./session";
import type { Order, OrderStatus } from "./types";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => isPassing(error) && failures < 2, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

export const useUser = () => useSyncExternalStore(session.subscribe, () => session.user);

export const RUNNING: OrderStatus[] = ["awaiting_payment", "searching", "assigned", "en_route", "in_progress"];
export const isRunning = (order: Order) => RUNNING.includes(order.status);

// ——— dogs

export const usePets = () =>
  useQuery({ queryKey: ["pets"], queryFn: async () => (await ok(api.GET("/api/v1/pets", { params: { query: { limit: 100 } } }))).items });

// ——— money

export const useWallet = () => useQuery({ queryKey: ["wallet"], queryFn: () => ok(api.GET("/api/v1/wallets/me")) });

export const METHODS = ["payment-methods"];

/** What one pays with besides the wallet, the usual one first. */
export const usePaymentMethods = () =>
  useQuery({ queryKey: METHODS, queryFn: async () => (await ok(api.GET("/api/v1/payment-methods"))).items });

export const useTransactions = () =>
  useQuery({ queryKey: ["wallet", "transactions"], queryFn: async () => (await ok(api.GET("/api/v1/wallets/me/transactions"))).items });

export function useTopUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Schemas["TopupCreate"] & { key: string }) =>
      ok(api.POST("/api/v1/wallets/me/topups", { body, headers: idempotent(key) })),
    onSettled: () => client.invalidateQueries({ queryKey: ["wallet"] }),
  });
}

// ——— orders

export const useOrders = (role: "client" | "walker", refetchInterval: number | false = false) =>
  useQuery({
    queryKey: ["orders", role],
    queryFn: async () => (await ok(api.GET("/api/v1/orders", { params: { query: { role, limit: 50 } } }))).items,
    refetchInterval,
  });

export const useOrder = (id: string) =>
  useQuery({
    queryKey: ["order", id],
    queryFn: () => ok(api.GET("/api/v1/orders/{order_id}", { params: { path: { order_id: id } } })),
    refetchInterval: ({ state }) => (!state.data || isRunning(state.data) ? 2_500 : state.data.status === "completed" ? 4_000 : false),
  });

/** What has become of an order, step by step; asked for again with each new version of it. */
export const useTimeline = (id: string, enabled: boolean, version: number) =>
  useQuery({
    queryKey: ["order", id, "timeline", version],
    queryFn: async () => (await ok(api.GET("/api/v1/orders/{order_id}/timeline", { params: { path: { order_id: id } } }))).items,
    enabled,
    placeholderData: (before) => before,
  });

export const useCancellationFee = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["order", id, "fee"],
    queryFn: () => ok(api.GET("/api/v1/orders/{order_id}/cancellation-fee", { params: { path: { order_id: id } } })),
    enabled,
    staleTime: 0,
  });

/** Anything that is done to an order and answers with it. */
export function useOrderAction<Body = void>(id: string, call: (body: Body) => Promise<Order>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (order) => client.setQueryData(["order", id], order),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["order", id] });
      void client.invalidateQueries({ queryKey: ["orders"] });
      void client.invalidateQueries({ queryKey: ["wallet"] });
    },
  });
}

/** What happened on a walk so far; asked for again when `told` changes, and now and then without being told. */
export const useWalkEvents = (id: string, enabled: boolean, told: number) =>
  useQuery({
    queryKey: ["order", id, "events", told],
    queryFn: async () => (await ok(api.GET("/api/v1/orders/{order_id}/events", { params: { path: { order_id: id }, query: { limit: 100 } } }))).items,
    enabled,
    placeholderData: (before) => before,
    refetchInterval: 15_000,
  });

export const useReport = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["order", id, "report"],
    queryFn: () => ok(api.GET("/api/v1/orders/{order_id}/report", { params: { path: { order_id: id } } })),
    enabled,
    // the track is measured a moment after the finish
    refetchInterval: ({ state }) => (state.data && state.data.distance_m === null ? 2_500 : false),
  });

export const useOffers = (enabled: boolean) =>
  useQuery({
    queryKey: ["offers"],
    queryFn: async () => (await ok(api.GET("/api/v1/orders/offers"))).items,
    enabled,
    refetchInterval: 3_000,
  });

// ——— notices

export const UNREAD = ["notices", "unread"];

export const useUnread = (enabled: boolean) =>
  useQuery({
    queryKey: UNREAD,
    queryFn: async () => (await ok(api.GET("/api/v1/notifications/unread-count"))).unread,
    enabled,
    refetchInterval: 30_000,
  });

// ——— people

export const useProfile = () => useQuery({ queryKey: ["profile"], queryFn: () => ok(api.GET("/api/v1/users/profile")) });

export const useWalkerCard = (id: string | null | undefined) =>
  useQuery({
    queryKey: ["walker", id],
    queryFn: () => ok(api.GET("/api/v1/walkers/{walker_id}", { params: { path: { walker_id: id! } } })),
    enabled: !!id,
    staleTime: 60_000,
  });

export const usePersonCard = (id: string | null | undefined) =>
  useQuery({
    queryKey: ["person", id],
    queryFn: () => ok(api.GET("/api/v1/users/{user_id}", { params: { path: { user_id: id! } } })),
    enabled: !!id,
    staleTime: 60_000,
  });

export const useOwnWalker = (enabled = true) =>
  useQuery({ queryKey: ["walker", "me"], queryFn: () => ok(api.GET("/api/v1/walkers/me")), enabled });

export const useStanding = (enabled = true) =>
  useQuery({
    queryKey: ["verification"],
    queryFn: () => ok(api.GET("/api/v1/users/verification")),
    enabled,
    refetchInterval: ({ state }) => (state.data?.status === "pending" ? 5_000 : false),
  });

export interface OnMap {
  id: string;
  lat: number;
  lon: number;
  distance_m: number;
}

/** Who could walk a dog here now: positions for those signed in, the neighbourhood they live in for everybody. */
export function useNearby(center: { lat: number; lon: number } | undefined, isSignedIn: boolean) {
  return useQuery({
    queryKey: ["nearby", isSignedIn, center?.lat, center?.lon],
    enabled: !!center,
    refetchInterval: 4_000,
    queryFn: async (): Promise<OnMap[]> => {
      const { lat, lon } = center!;
      if (isSignedIn) {
        const query = { lat, lon, radius_m: 3_000, limit: 100 };
        const { items } = await ok(api.GET("/api/v1/locations/nearby", { params: { query } }));
        return items.map((one) => ({ id: one.user_id, lat: one.lat, lon: one.lon, distance_m: one.distance_m }));
      }
      const query = { lat, lon, radius_m: 3_000, limit: 60 };
      const { items } = await ok(api.GET("/api/v1/walkers", { params: { query } }));
      return items.flatMap((one) => (one.home ? [{ id: one.id, ...one.home, distance_m: one.distance_m }] : []));
    },
  });
}
