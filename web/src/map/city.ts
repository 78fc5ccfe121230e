/** Which city this is: its frame, its middle, its currency. */

import { useQuery } from "@tanstack/react-query";

export interface City {
  name: string;
  bbox: [number, number, number, number];
  center: { lat: number; lon: number };
  timezone: string;
  currency: string;
}

export const CITY_URL = "/city";

export function useCity() {
  return useQuery({
    queryKey: ["city"],
    queryFn: async (): Promise<City> => {
      const response = await fetch(`${CITY_URL}/city.json`);
      if (!response.ok) throw new Error(`city.json: ${response.status}`);
      return (await response.json()) as City;
    },
    staleTime: Infinity,
  });
}
